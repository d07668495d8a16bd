use std::{fmt::Write as _, time::Duration};

use qsig_call::{ChannelNumbering, Channels};
use qsig_core::Side;
use qsig_link::{EscapeMap, Flow, Framing, Parity, Role, Serial, StopBits};
use qsig_pinx::{Node, profile::Recall};

use super::{reference::SMALLEST, *};

fn told(text: &str) -> Vec<String> {
    match load(text, Path::new("milan.toml")) {
        Ok(_) => Vec::new(),
        Err(mistakes) => mistakes.iter().map(ToString::to_string).collect(),
    }
}

fn good(text: &str) -> Config {
    load(text, Path::new("folder/milan.toml")).unwrap_or_else(|mistakes| panic!("{mistakes:#?}"))
}

#[test]
fn the_smallest_node_has_the_defaults() {
    let config = good(SMALLEST);
    assert_eq!(config.api, Api::Unix("folder/pinx.sock".into()));
    assert_eq!(
        config.links,
        [LinkConfig::new(Role::Listen("127.0.0.1:7001".parse().unwrap()), Framing::Len16)]
    );
    let node = &config.node;
    assert_eq!(node.name, "milan");
    let trunk = &node.trunks[0];
    let preset = TrunkConfig::new("to-rome", Side::Network);
    assert_eq!((&trunk.name, &trunk.link, &trunk.call), (&preset.name, &preset.link, &preset.call));
    assert_eq!((node.routes[0].prefix.as_str(), node.routes[0].trunk), ("2", TrunkIndex(0)));
    let extension = &node.extensions[0];
    assert_eq!((extension.number.as_str(), extension.name.as_str()), ("1001", ""));
    assert_eq!((extension.profile, extension.callbacks_allowed), (Profile::default(), true));
    assert!(Node::new(config.node).is_ok());
}

#[test]
fn every_key_reaches_the_node() {
    let config = good(
        r#"
        [node]
        name = "milan"
        api = "tcp:127.0.0.1:8101"
        api-token-file = "milan.token"

        [[trunk]]
        name = "first"
        link = { kind = "tcp", listen = "127.0.0.1:7001", framing = "len16" }
        side = "network"

        [[trunk]]
        name = "second"
        link = { kind = "tcp", connect = "192.0.2.1:7001", framing = "hdlc-octets", insecure = true }
        side = "user"
        channels = "1-3,31"
        channel-numbering = "logical"
        exclusive-channels = false
        connect-ack = false
        max-calls = 5
        max-connections = 6
        N200 = 7

        [trunk.timers]
        T200 = "2s"
        T203 = "40s"
        TRETRY = "3s"
        T301 = "301s"
        T302 = "302s"
        T303 = "303s"
        T304 = "304s"
        T305 = "305s"
        T308 = "308s"
        T309 = "309s"
        T310 = "310s"
        T310-connection = "311s"
        T313 = "313s"
        T316 = "316s"
        T317 = "317s"
        T322 = "322s"
        TAUDIT = "400s"
        N201 = 200
        k = 9

        [[route]]
        prefix = "2"
        trunk = "second"

        [callback]
        recall = "notify"
        busy-trigger = 2
        max-per-caller = 3
        max-per-target = 4
        offer-time = "5s"
        T1 = "6s"
        T2-ccbs = "7min"
        T2-ccnr = "8h"
        T3 = "9s"
        guard = "0s"
        connection-proposal = "either"
        connection-response = "release"

        [[extension]]
        number = "1001"
        name = "Zoë"
        callbacks-allowed = false
        "#,
    );
    let folder = Path::new("folder");
    assert_eq!(
        config.api,
        Api::Tcp { address: "127.0.0.1:8101".parse().unwrap(), token_file: folder.join("milan.token") }
    );
    let mut link = LinkConfig::new(
        Role::Connect("192.0.2.1:7001".parse().unwrap()),
        Framing::HdlcOctets { escape: EscapeMap::empty() },
    );
    link.insecure = true;
    link.stale_after = Duration::from_secs(80);
    assert_eq!(config.links[1], link);

    let trunk = &config.node.trunks[1];
    assert_eq!(trunk.name, "second");
    let call = &trunk.call;
    assert_eq!((call.side, call.channels), (Side::User, Channels::from_bits(1 << 31 | 0b1110)));
    assert_eq!(call.channel_numbering, ChannelNumbering::Logical);
    assert!(!call.exclusive_channels && !call.connect_ack);
    assert_eq!((call.max_calls, call.max_connections), (5, 6));
    let t = &call.timers;
    let seconds: Vec<_> = [
        trunk.link.t200,
        trunk.link.t203,
        trunk.link.t_retry,
        t.t301,
        t.t302,
        t.t303,
        t.t304,
        t.t305,
        t.t308,
        t.t309,
        t.t310,
        t.t310_connection,
        t.t313,
        t.t316,
        t.t317,
        t.t322,
        t.taudit,
    ]
    .map(|timer| timer.as_secs())
    .into();
    assert_eq!(seconds, [2, 40, 3, 301, 302, 303, 304, 305, 308, 309, 310, 311, 313, 316, 317, 322, 400]);
    assert_eq!((trunk.link.n200, trunk.link.n201, trunk.link.k), (7, 200, 9));

    assert_eq!(config.node.routes[0].trunk, TrunkIndex(1));
    let extension = &config.node.extensions[0];
    assert_eq!((extension.name.as_str(), extension.callbacks_allowed), ("Zoë", false));
    let profile = Profile {
        recall: Recall::Notify,
        busy_trigger: 2,
        max_per_caller: Some(3),
        max_per_target: 4,
        offer_time: Duration::from_secs(5),
        t1: Duration::from_secs(6),
        t2_ccbs: Duration::from_mins(7),
        t2_ccnr: Duration::from_hours(8),
        t3: Duration::from_secs(9),
        guard: Duration::ZERO,
        proposal: qsig_pinx::profile::Connection::Either,
        response: qsig_pinx::profile::Connection::Release,
        ..Profile::default()
    };
    assert_eq!(extension.profile, profile);
}

#[test]
fn an_extension_comes_before_callback_and_callback_before_the_profile() {
    let config = good(
        "node = { name = \"milan\" }\n\
         callback = { T3 = \"20s\", max-per-caller = 5 }\n\
         [[extension]]\nnumber = \"1\"\nprofile = \"cisco\"\n\
         [[extension]]\nnumber = \"2\"\nmax-per-caller = 0\nT3 = \"10s\"\n",
    );
    let [one, two] = [0, 1].map(|place| config.node.extensions[place].profile);
    let cisco = *Profile::named("cisco").unwrap();
    assert_eq!(one, Profile { t3: Duration::from_secs(20), max_per_caller: Some(5), ..cisco });
    assert_eq!(two, Profile { t3: Duration::from_secs(10), max_per_caller: None, ..Profile::default() });
}

/// Each changes the smallest node in one place: what is there, and what stands there instead.
const MISTAKES: &[(&str, &str)] = &[
    ("[node]", "[nod]"),
    ("[node]", "[[node]]"),
    ("[node]", "channels = \"1-3\"\n[node]"),
    ("[node]", "# [node]\n[callback]"),
    ("name = \"milan\"", "name = \"mi lan\""),
    ("name = \"milan\"", "nmae = \"milan\""),
    ("name = \"milan\"", "name = \"milan\"\napi = \"milan.sock\""),
    ("name = \"milan\"", "name = \"milan\"\napi = \"tcp:localhost:8101\"\napi-token-file = \"t\""),
    ("name = \"milan\"", "name = \"milan\"\napi = \"tcp:0.0.0.0:8101\""),
    ("name = \"milan\"", "name = \"milan\"\napi = \"tcp:127.0.0.1:7001\"\napi-token-file = \"t\""),
    ("[[trunk]]", "[trunk]"),
    ("kind = \"tcp\", ", ""),
    ("kind = \"tcp\"", "kind = \"dahdi\""),
    ("kind = \"tcp\"", "kind = \"serial\""),
    ("kind = \"tcp\", listen = \"127.0.0.1:7001\"", "kind = \"serial\", device = \"/dev/ttyUSB0\""),
    (
        "kind = \"tcp\", listen = \"127.0.0.1:7001\", framing = \"len16\"",
        "kind = \"serial\", device = \"/dev/ttyUSB0\", framing = \"hdlc-bits\", flow = \"software\", escape = [0x11]",
    ),
    ("framing = \"len16\"", "framing = \"hdlc-octets\", escape = [0x41], idle = \"ones\""),
    ("kind = \"tcp\", listen = \"127.0.0.1:7001\"", "kind = \"unix\", listen = \"pinx.sock\", baud = 9600"),
    ("kind = \"tcp\"", "kind = \"tpc\""),
    (", framing = \"len16\"", ""),
    ("\"len16\"", "\"len-16\""),
    ("listen = \"127.0.0.1:7001\"", "listen = \"localhost:7001\""),
    ("listen = \"127.0.0.1:7001\"", "listen = \"192.0.2.1:7001\""),
    ("listen = \"127.0.0.1:7001\"", "listen = \"127.0.0.1:7001\", connect = \"127.0.0.1:7002\""),
    ("listen = \"127.0.0.1:7001\", ", ""),
    ("listen = ", "lisen = "),
    ("link = {", "link = 5 # {"),
    ("side = \"network\"\n", ""),
    ("side = \"network\"", "side = \"netwrk\""),
    ("side = \"network\"", "side = \"network\"\nchanels = \"1-15\""),
    ("side = \"network\"", "side = \"network\"\nchannels = \"1-31\""),
    ("side = \"network\"", "side = \"network\"\nmax-calls = \"60\""),
    ("side = \"network\"", "side = \"network\"\nN200 = 0"),
    ("side = \"network\"", "side = \"network\"\nconnect-ack = \"True\""),
    ("side = \"network\"", "side = \"network\"\n[trunk.timers]\nT200 = 1\nT203 = \"10 sec\"\nT303 = \"0s\""),
    ("side = \"network\"", "side = \"network\"\n[trunk.timers]\nT200 = \"20s\""),
    ("side = \"network\"", "side = \"network\"\n[trunk.timers]\nT399 = \"20s\""),
    ("side = \"network\"", "side = \"network\"\nT203 = \"20s\"\nguard = \"0s\""),
    ("side = \"network\"", "side = \"network\"\nk = 7\n[trunk.timers]\nk = 8"),
    (
        "[[route]]",
        "[[trunk]]\nname = \"to-rome\"\nlink = { kind = \"tcp\", listen = \"127.0.0.1:7001\", framing = \"len16\" }\n\
         side = \"user\"\n[[route]]",
    ),
    ("prefix = \"2\"", "prefix = 2"),
    ("prefix = \"2\"", "prefix = \"2x\""),
    ("trunk = \"to-rome\"", "trunk = \"to-rom\""),
    ("trunk = \"to-rome\"", "trunk = \"to-rome\"\n[[route]]\nprefix = \"2\"\ntrunk = \"to-rome\""),
    ("number = \"1001\"", "number = 1001"),
    ("number = \"1001\"", "number = \"+39 1001\""),
    ("number = \"1001\"", "number = \"\""),
    ("number = \"1001\"", "number = \"1001\"\nname = \"日本\""),
    ("number = \"1001\"", "number = \"1001\"\nprofile = \"cisko\""),
    ("number = \"1001\"", "number = \"1001\"\nclass = \"executive\""),
    ("number = \"1001\"", "number = \"1001\"\ncallback-allowed = false"),
    ("number = \"1001\"", "number = \"1001\"\n[[extension]]\nnumber = \"1001\""),
    ("number = \"1001\"", "number = \"1001\"\n[[extension]]\n"),
    ("number = \"1001\"", "number = \"1001\"\nnumber = \"1002\""),
    ("number = \"1001\"", "number = 10 01"),
    ("side = \"network\"", "side \"network\""),
    ("[[extension]]", "[[extension]"),
    ("number = \"1001\"", "number = \"1001"),
    (
        "number = \"1001\"",
        "number = \"1001\"\n[callback]\nT3 = \"90s\"\nT4 = \"3s\"\npath-reservation = true",
    ),
    ("number = \"1001\"", "number = \"1001\"\n[callback]\nguard = 5\nT2_ccbs = \"1h\"\nmax-per-target = 0"),
    ("number = \"1001\"", "number = \"1001\"\n[class.executive]\nprofile = \"cisco\""),
];

#[test]
fn each_mistake_is_told_with_its_place_and_what_to_write_instead() {
    let mut table = String::new();
    for (there, instead) in MISTAKES {
        assert!(SMALLEST.contains(there), "{there}");
        let told = told(&SMALLEST.replacen(there, instead, 1));
        assert!(!told.is_empty(), "{instead} is taken");
        for line in instead.lines() {
            let _ = writeln!(table, "| {line}");
        }
        let _ = writeln!(table, "{}\n", told.join("\n"));
    }
    insta::assert_snapshot!(table);
}

#[test]
fn all_mistakes_come_at_once_and_in_order() {
    let told = told(
        "[node]\nnam = \"milan\"\n\n\
         [[trunk]]\nname = \"a\"\nlink = { kind = \"tcp\", listen = \"0.0.0.0:7001\", frame = 1 }\nside = 1\nT303 = \"4s\"\n\n\
         [[route]]\nprefix = \"2\"\ntrunk = \"b\"\n\n\
         [[extension]]\nnumber = \"1\"\n[[extension]]\nnumber = \"1\"\n\n\
         [callback]\nT1 = 30\n",
    );
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn no_beginning_of_a_file_is_a_panic() {
    let whole = MISTAKES.iter().map(|(_, instead)| *instead).collect::<Vec<_>>().join("\n");
    // Each one of the short text; of the long one some, so that it takes no time.
    for (text, step) in [(SMALLEST, 1), (whole.as_str(), 7)] {
        for (cut, _) in text.char_indices().step_by(step) {
            let _ = load(&text[..cut], Path::new("cut.toml"));
        }
    }
}

#[test]
fn each_kind_of_link_reaches_the_trunk() {
    let link = |keys: &str| {
        let there = "kind = \"tcp\", listen = \"127.0.0.1:7001\", framing = \"len16\"";
        good(&SMALLEST.replace(there, keys)).links.remove(0)
    };
    let unix = link("kind = \"unix\", listen = \"a.sock\", framing = \"len16\", keep-alive = \"2s\"");
    let mut wanted = LinkConfig::new(Role::ListenUnix("folder/a.sock".into()), Framing::Len16);
    wanted.keep_alive = Some(Duration::from_secs(2));
    assert_eq!(unix, wanted);

    let bits = link(
        "kind = \"unix\", connect = \"/a\", framing = \"hdlc-bits\", bit-order = \"lsb\", idle = \"ones\"",
    );
    let framing = Framing::HdlcBits { order: qsig_link::BitOrder::Lsb, idle: qsig_link::Idle::Ones };
    assert_eq!(bits, LinkConfig::new(Role::ConnectUnix("/a".into()), framing));

    let plain = link("kind = \"serial\", device = \"/dev/ttyS0\", framing = \"hdlc-octets\"");
    let framing = Framing::HdlcOctets { escape: EscapeMap::empty() };
    assert_eq!(plain, LinkConfig::new(Role::Serial(Serial::new("/dev/ttyS0")), framing));
    assert_eq!(plain.keep_alive, Some(Duration::from_secs(1)));

    let serial = link(
        "kind = \"serial\", device = \"/dev/ttyS0\", framing = \"hdlc-octets\", escape = [0x11, 0x93], \
         baud = 230400, flow = \"hardware\", parity = \"even\", stop-bits = 2, carrier = \"require\", \
         keep-alive = \"0s\"",
    );
    let role = Role::Serial(Serial {
        baud: 230_400,
        flow: Flow::Hardware,
        parity: Parity::Even,
        stop_bits: StopBits::Two,
        carrier: true,
        ..Serial::new("/dev/ttyS0")
    });
    let framing = Framing::HdlcOctets { escape: EscapeMap::XON | EscapeMap::XOFF_BIT_8 };
    let mut wanted = LinkConfig::new(role, framing);
    wanted.keep_alive = None;
    assert_eq!(serial, wanted);
}

#[test]
fn numbers_that_begin_alike_are_remarked_and_taken() {
    let text = SMALLEST.to_owned()
        + "[[extension]]\nnumber = \"10\"\n[[extension]]\nnumber = \"2001\"\n[[extension]]\nnumber = \"3\"\n\
           [[route]]\nprefix = \"31\"\ntrunk = \"to-rome\"\n";
    let config = good(&text);
    let remarks: Vec<_> = config.remarks.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(remarks.join("\n"));
    assert!(Node::new(config.node).is_ok());
    assert_eq!(good(SMALLEST).remarks, []);
}

#[test]
fn a_trunk_may_lead_to_another_trunk_of_the_same_node() {
    let text = "node = { name = \"loop\" }\n\
        [[trunk]]\nname = \"a\"\nside = \"user\"\n\
        link = { kind = \"tcp\", listen = \"127.0.0.1:7001\", framing = \"len16\" }\n\
        [[trunk]]\nname = \"b\"\nside = \"network\"\n\
        link = { kind = \"tcp\", connect = \"127.0.0.1:7001\", framing = \"len16\" }\n";
    assert_eq!(told(text), [""; 0]);
    let shared = text.replace("connect", "listen").replacen("127.0.0.1", "[::]", 1);
    assert!(told(&shared).iter().any(|told| told.contains("listens at port 7001 is there already")));
}

#[test]
fn profiles_are_listed_where_one_is_wanted() {
    let names: Vec<_> =
        qsig_pinx::profile::PROFILES.iter().map(|profile| format!("{:?}", profile.name)).collect();
    let wanted = tables::EXTENSION.iter().find(|key| key.name == "profile").unwrap().wanted;
    assert_eq!(wanted, names.join(" or "));
}

/// The example of each key is taken by that key, and a default, given, changes nothing.
#[test]
fn examples_and_defaults_are_taken() {
    fn all<T: Default>(keys: &'static [key::Key<T>]) -> usize {
        for row in key::rows(keys) {
            let text = format!("{} = {}", row.name, row.example);
            let document = DeTable::parse(&text).unwrap();
            let mut target = T::default();
            let mut report = Report::new(&text);
            let lists = [keys];
            let mut filling = key::Filling(&lists, &mut target);
            let (_, value) = document.get_ref().iter().next().unwrap();
            assert!(key::Part::take(&mut filling, row.name, value, &mut report));
            assert_eq!(report.mistakes(Path::new("")), [], "{text}");
            let preset = &keys.iter().find(|key| key.name == row.name).unwrap().preset;
            if let key::Preset::Value(show) = preset {
                assert_eq!(show(&target), row.example, "{}", row.name);
            }
        }
        keys.len()
    }
    let count = all(tables::NODE)
        + all(trunk::TRUNK)
        + all(trunk::TIMERS)
        + all(trunk::COUNTERS)
        + all(link::LINK)
        + all(link::TCP)
        + all(link::UNIX)
        + all(link::SERIAL)
        + all(tables::ROUTE)
        + all(callback::CALLBACK)
        + all(tables::EXTENSION);
    assert!(count > 50, "{count}");
}

#[test]
fn the_reference_is_made_from_the_keys() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/configuration.md");
    let made = reference::markdown();
    if std::env::var_os("PINX_WRITE_DOCS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &made).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == made,
        "docs/configuration.md is old: PINX_WRITE_DOCS=1 cargo test -p pinx-config the_reference writes it anew"
    );
}
