//! The command-line tool of editors and builds.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    native::main()
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::path::PathBuf;
    use std::process::ExitCode;
    use std::time::{Instant, SystemTime, UNIX_EPOCH};

    use clap::Parser;
    use qawlan::data::finding::Finding;
    use qawlan::domain::date::Date;
    use qawlan::publish::cards::{self, draw_cards};
    use qawlan::publish::pin::{self, pin};
    use qawlan::publish::{Failure, Job, examine, publish};

    #[global_allocator]
    static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

    /// Checks records and publishes the site made from them.
    #[derive(Parser)]
    enum Command {
        /// Prints every finding in a folder of records.
        Check {
            /// The folder of records.
            records: PathBuf,
        },
        /// Writes the published form and every page into a staging folder.
        Publish {
            /// The folder of records.
            #[arg(long)]
            records: PathBuf,
            /// The base map made from Natural Earth.
            #[arg(long)]
            base_map: PathBuf,
            /// The folder of what frames have inlined: frame.css and frame.js.
            #[arg(long)]
            frame: PathBuf,
            /// The folder of pins, which are published as they are.
            #[arg(long)]
            pins: PathBuf,
            /// The staging folder, with the template at index.html.
            #[arg(long)]
            into: PathBuf,
            /// The site's address, for canonical addresses, cards, feeds and the sitemap; without
            /// it the manifest's.
            #[arg(long, env = "SITE_URL")]
            site: Option<String>,
        },
        /// Copies a frame as it is now into a file that never changes.
        Pin {
            /// The folder of records.
            #[arg(long)]
            records: PathBuf,
            /// The base map made from Natural Earth.
            #[arg(long)]
            base_map: PathBuf,
            /// The folder of what pins have inlined: frame.css and pin.js.
            #[arg(long)]
            frame: PathBuf,
            /// The folder of pins.
            #[arg(long)]
            into: PathBuf,
            /// The site's address; without it the manifest's.
            #[arg(long, env = "SITE_URL")]
            site: Option<String>,
            #[arg(long)]
            language: String,
            /// What is pinned, as addresses name it: events/… or episodes/….
            subject: String,
        },
        /// Draws the preview cards of links to the site into a staging folder.
        Cards {
            /// The folder of records.
            #[arg(long)]
            records: PathBuf,
            /// The folder of fonts, as npm lays it out.
            #[arg(long)]
            fonts: PathBuf,
            /// Where pictures are kept from one build to the next.
            #[arg(long)]
            cache: PathBuf,
            /// The staging folder.
            #[arg(long)]
            into: PathBuf,
        },
    }

    /// Said loudly: a site that goes out so tells search engines and readers to come here.
    const NO_ADDRESS: &str = "\n\
        *** No address of the site is set: canonical addresses, preview cards, feeds and the\n\
        *** sitemap point to http://127.0.0.1:8080/. Before you publish, build with\n\
        ***     SITE_URL=https://example.org/path/ make build\n\
        *** or write \"site\" into the manifest.\n";

    pub fn main() -> ExitCode {
        match Command::parse() {
            Command::Check { records } => {
                let (_, findings) = examine(&records);
                report(&findings);
                println!("check: {} findings", findings.len());
                ExitCode::from(u8::from(!findings.is_empty()))
            }
            Command::Publish { records, base_map, frame, pins, into, site } => {
                let started = Instant::now();
                match publish(&Job { records, base_map, frame, pins, into, site }) {
                    Ok(published) => {
                        println!(
                            "publish: {} pages in {:.2} s",
                            published.pages,
                            started.elapsed().as_secs_f64()
                        );
                        if published.is_local {
                            eprintln!("{NO_ADDRESS}");
                        }
                        ExitCode::SUCCESS
                    }
                    Err(failure) => fail("publish", &failure),
                }
            }
            Command::Pin { records, base_map, frame, into, site, language, subject } => {
                let day = today();
                match pin(&pin::Job {
                    records,
                    base_map,
                    frame,
                    into,
                    site,
                    language,
                    subject,
                    day,
                }) {
                    Ok(path) => {
                        println!("pin: public/{path}");
                        ExitCode::SUCCESS
                    }
                    Err(failure) => fail("pin", &failure),
                }
            }
            Command::Cards { records, fonts, cache, into } => {
                let started = Instant::now();
                match draw_cards(&cards::Job { records, fonts, cache, into }) {
                    Ok(drawn) => {
                        println!(
                            "cards: {} drawn, {} reused, in {:.2} s",
                            drawn.drawn,
                            drawn.cards - drawn.drawn,
                            started.elapsed().as_secs_f64()
                        );
                        ExitCode::SUCCESS
                    }
                    Err(failure) => fail("cards", &failure),
                }
            }
        }
    }

    /// The day in UTC.
    fn today() -> Date {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Date::from_day_number(i32::try_from(since.as_secs() / 86_400).unwrap_or_default())
    }

    fn fail(command: &str, failure: &Failure) -> ExitCode {
        match failure {
            Failure::Findings(findings) => {
                report(findings);
                eprintln!("{command}: {} findings; nothing was published", findings.len());
            }
            Failure::Other(sentence) => eprintln!("{command}: {sentence}"),
        }
        ExitCode::FAILURE
    }

    fn report(findings: &[Finding]) {
        for finding in findings {
            eprintln!("{finding}\n");
        }
    }
}
