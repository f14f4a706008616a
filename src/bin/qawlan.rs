//! The command-line tool of editors and builds.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use clap::Parser;
    use std::path::PathBuf;

    /// Checks records and publishes the site made from them.
    #[derive(Parser)]
    enum Command {
        /// Prints every finding in a folder of records.
        Check { records: PathBuf },
    }

    match Command::parse() {
        Command::Check { records } => {
            let (read, mut findings) = qawlan::data::records_folder::read(&records);
            if let Some(read) = &read {
                findings.extend(qawlan::data::validation::validate(read));
            }
            for finding in &findings {
                println!("{finding}\n");
            }
            println!("{} findings", findings.len());
            std::process::ExitCode::from(u8::from(!findings.is_empty()))
        }
    }
}
