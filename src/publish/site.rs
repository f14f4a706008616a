//! Where the site stands: what canonical addresses, cards, feeds and the sitemap begin with.
//! Everything else in a page is relative, so that `dist/` works anywhere.

/// Where `make run` serves; what is written where no address is set.
const LOCAL: &str = "http://127.0.0.1:8080/";

/// The site's address.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Site {
    address: String,
    /// Whether none was set, so that the local one stands in.
    pub is_local: bool,
}

impl Site {
    /// The address that the build was given, else the manifest's, else the local one. The error
    /// says what to write.
    pub fn new(given: Option<&str>, manifest: Option<&str>) -> Result<Self, String> {
        let given = given.map(str::trim).filter(|address| !address.is_empty());
        let Some(address) = given.or(manifest) else {
            return Ok(Self { address: LOCAL.to_owned(), is_local: true });
        };
        let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
        let is_bare = |c: char| !c.is_whitespace() && !"?#\"<>\\".contains(c);
        if !rest.is_some_and(|rest| {
            rest.starts_with(char::is_alphanumeric) && rest.chars().all(is_bare)
        }) {
            return Err(format!(
                "SITE_URL: \"{address}\" is no address of a site. Write it as https://example.org/path/."
            ));
        }
        let slash = if address.ends_with('/') { "" } else { "/" };
        Ok(Self { address: [address, slash].concat(), is_local: false })
    }

    /// The whole address of a path below the site's root.
    pub fn url(&self, path: &str) -> String {
        [&self.address, path].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_build_is_given_comes_first_and_ends_in_a_slash() {
        let site = |given, manifest| Site::new(given, manifest).map(|site| site.url("ar/"));
        let (one, other) = (Some("https://example.org/two"), Some("http://example.com/"));
        assert_eq!(site(one, other), Ok("https://example.org/two/ar/".to_owned()));
        assert_eq!(site(Some(" "), other), Ok("http://example.com/ar/".to_owned()));
        assert_eq!(site(None, None), Ok("http://127.0.0.1:8080/ar/".to_owned()));
        assert_eq!(Site::new(None, None).map(|site| site.is_local), Ok(true));
        for bad in [
            "example.org",
            "ftp://example.org/",
            "https://",
            "https://a b/",
            "https://a/?x",
            "https://a/\"x",
        ] {
            assert!(Site::new(Some(bad), None).is_err(), "{bad}");
        }
    }
}
