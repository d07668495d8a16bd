//! What a configuration to start from says.

use std::fmt::Write;

use pinx_config::{comment, commented, commented_serial, commented_timers};

/// A node with one trunk and three phones.
pub(crate) struct Plan {
    /// What stands at the top.
    about: &'static str,
    name: &'static str,
    trunk: &'static str,
    link: &'static str,
    side: &'static str,
    /// What the numbers behind the trunk begin with.
    prefix: &'static str,
    phones: [(&'static str, &'static str); 3],
    /// Keys of `[callback]` that differ from their defaults, with the reason.
    callback: &'static [(&'static str, &'static str, &'static str)],
}

const LISTEN: &str = "{ kind = \"tcp\", listen = \"127.0.0.1:7001\", framing = \"len16\" }";
const CONNECT: &str = "{ kind = \"tcp\", connect = \"127.0.0.1:7001\", framing = \"len16\" }";

const PHONES_OF_MILAN: [(&str, &str); 3] = [("1001", "Reception"), ("1002", "Workshop"), ("1003", "Stores")];

const MILAN: Plan = Plan {
    about: "The node milan, with phones 1001 to 1003. Numbers that begin with 2 lie behind its trunk to rome, for \
            which it listens.",
    name: "milan",
    trunk: "to-rome",
    link: LISTEN,
    side: "network",
    prefix: "2",
    phones: PHONES_OF_MILAN,
    callback: &[],
};

const ROME: Plan = Plan {
    about: "The node rome, with phones 2001 to 2003. Numbers that begin with 1 lie behind its trunk to milan, to \
            which it connects.",
    name: "rome",
    trunk: "to-milan",
    link: CONNECT,
    side: "user",
    prefix: "1",
    phones: [("2001", "Office"), ("2002", "Lab"), ("2003", "Canteen")],
    callback: &[],
};

const BESIDE_LIBPRI: Plan = Plan {
    about: "The node milan beside libpri, the ISDN library under Asterisk. Start its peer first, in \
            tests/interop/libpri-peer: libpri-peer --net --tcp-listen 7001",
    name: "milan",
    trunk: "to-libpri",
    link: CONNECT,
    side: "user",
    prefix: "2",
    phones: PHONES_OF_MILAN,
    callback: &[(
        "guard",
        "\"0s\"",
        "libpri itself waits for nothing after a user is free, so neither does this node.",
    )],
};

impl Plan {
    /// Two nodes that match: milan and rome.
    pub(crate) const fn pair() -> [Self; 2] {
        [MILAN, ROME]
    }

    /// A node that fits libpri-peer on the network side.
    pub(crate) const fn beside_libpri() -> Self {
        BESIDE_LIBPRI
    }

    /// The file.
    pub(crate) fn text(&self) -> String {
        let quoted = |text: &str| format!("\"{text}\"");
        let mut text = String::new();
        comment(&mut text, self.about);
        comment(
            &mut text,
            "`#key = value` is a key with its default, or an example where there is none: take the # away to set \
             it. A duration is a whole number with its unit: ms, s, min or h. Paths are taken from the folder of this \
             file.",
        );

        text.push_str("\n[node]\n");
        let api = format!("unix:{}.sock", self.name);
        text.push_str(&commented("[node]", &[("name", quoted(self.name)), ("api", quoted(&api))]));

        let trunk = [
            ("name", quoted(self.trunk)),
            ("link", self.link.into()),
            ("side", quoted(self.side)),
            ("channels", quoted("1-15,17-31")),
        ];
        text.push_str("\n# A trunk: a D-channel to another node and the B-channels beside it.\n[[trunk]]\n");
        text.push_str(&commented("[[trunk]]", &trunk));
        text.push_str(&commented_serial());
        text.push_str(
            "\n# Timers and counters of the trunk above, by the names of the standards.\n[trunk.timers]\n",
        );
        text.push_str(&commented_timers());

        let route = [("prefix", quoted(self.prefix)), ("trunk", quoted(self.trunk))];
        text.push_str("\n# Which numbers lie behind which trunk.\n[[route]]\n");
        text.push_str(&commented("[[route]]", &route));

        text.push_str(
            "\n# Rules of the callback service, for all phones. They come before those of a profile.\n",
        );
        for (key, _, why) in self.callback {
            comment(&mut text, &format!("{key}: {why}"));
        }
        text.push_str("[callback]\n");
        let callback: Vec<_> = self.callback.iter().map(|(key, value, _)| (*key, (*value).into())).collect();
        text.push_str(&commented("[callback]", &callback));

        text.push_str("\n# The phones. Each may have keys of [callback] of its own.\n");
        for (place, (number, name)) in self.phones.iter().enumerate() {
            text.push_str(if place == 0 { "[[extension]]\n" } else { "\n[[extension]]\n" });
            if place == 0 {
                let keys = [("number", quoted(number)), ("name", quoted(name))];
                text.push_str(&commented("[[extension]]", &keys));
            } else {
                let _ = writeln!(text, "number = {}\nname = {}", quoted(number), quoted(name));
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use std::{path::Path, time::Duration};

    use pinx_config::{Config, load};
    use qsig_core::Side;
    use qsig_link::Role;
    use qsig_pinx::Node;

    use super::*;

    fn read(text: &str) -> Config {
        load(text, Path::new("x.toml")).unwrap_or_else(|mistakes| panic!("{mistakes:#?}\n{text}"))
    }

    #[test]
    fn what_is_written_is_right_and_so_are_the_keys_in_comments() {
        for plan in [MILAN, ROME, BESIDE_LIBPRI] {
            let text = plan.text();
            assert!(Node::new(read(&text).node).is_ok());
            // With the marks before keys taken away, all but the examples of what excludes another is taken.
            let all: String = text
                .lines()
                .map(|line| {
                    line.strip_prefix('#')
                        .filter(|key| key.contains(" = ") && !key.starts_with(' '))
                        .unwrap_or(line)
                })
                .fold(String::new(), |all, line| all + line + "\n");
            assert!(all.len() + 30 < text.len(), "keys were in comments");
            let (few, every) = (read(&text), read(&all));
            assert_eq!(format!("{:?}", few.node), format!("{:?}", every.node), "comments show the defaults");
            assert!(text.lines().all(|line| line.chars().count() <= 130), "lines can be read");
        }
    }

    #[test]
    fn the_serial_line_in_comments_is_right_in_place_of_the_link() {
        let (before, after) = MILAN.text().split_once("# [trunk.link]\n").map(two_texts).unwrap();
        let (keys, after) = after.split_once("\n\n").map(two_texts).unwrap();
        let before: String = before
            .lines()
            .filter(|line| !line.starts_with("link = "))
            .map(|line| line.to_owned() + "\n")
            .collect();
        let keys: String =
            keys.lines().map(|line| line.strip_prefix("# ").unwrap().to_owned() + "\n").collect();
        let config = read(&format!("{before}[trunk.link]\n{keys}\n{after}"));
        let Role::Serial(serial) = &config.links[0].role else { panic!("{:?}", config.links[0]) };
        assert_eq!(serial, &qsig_link::Serial::new("/dev/ttyUSB0"), "the defaults stand there");
    }

    fn two_texts((one, other): (&str, &str)) -> (String, String) {
        (one.to_owned(), other.to_owned())
    }

    #[test]
    fn the_two_nodes_match() {
        let [milan, rome] = Plan::pair().map(|plan| read(&plan.text()));
        let ([Role::Listen(at)], [Role::Connect(to)]) = ([&milan.links[0].role], [&rome.links[0].role])
        else {
            panic!("milan listens, rome connects");
        };
        assert_eq!((at, at.to_string().as_str()), (to, "127.0.0.1:7001"));
        assert_eq!(milan.links[0].framing, rome.links[0].framing);
        assert_eq!([&milan, &rome].map(|node| node.node.trunks[0].call.side), [Side::Network, Side::User]);
        assert_ne!(milan.api, rome.api);
        for (here, there) in [(&milan, &rome), (&rome, &milan)] {
            let prefix = here.node.routes[0].prefix;
            let behind = |digits: &str| digits.starts_with(prefix.as_str());
            assert!(there.node.extensions.iter().all(|phone| behind(phone.number.as_str())));
            assert!(!here.node.extensions.iter().any(|phone| behind(phone.number.as_str())));
            assert_eq!(here.node.extensions.len(), 3);
        }
    }

    #[test]
    fn the_node_beside_libpri_tells_at_once_that_a_user_is_free() {
        let config = read(&BESIDE_LIBPRI.text());
        assert!(config.node.extensions.iter().all(|phone| phone.profile.guard == Duration::ZERO));
        assert_eq!(config.node.trunks[0].call.side, Side::User);
    }
}
