// The examples under `tests`: their form, their names, and what can never pass.
#include "engine/model/rulebook.h"
#include "tests/support/catch.h"
#include "tests/unit/check/base_rules.h"

namespace inforce::test {

namespace {

/// The findings in one example with this expectation, about a case; it begins on line 4.
Lines expecting(const std::string& expect) {
  return findings("tests:\n  - {name: T, on: 2020-01-01, with: {tpp: 1}, expect: {" + expect + "}}\n");
}

/// The rulebook of the base rules and these examples.
Rulebook book_with(const std::string& tests) {
  Sources sources;
  const std::vector<std::string> roots{"."};
  auto rules =
      load(*memory_files({{"a-base.yaml", base_rules()}, {"t.yaml", "inforce: 1\ntests:\n" + tests}}), roots, sources);
  REQUIRE(rules);
  return *rules;
}

}  // namespace

TEST_CASE("check tests section: the form of examples") {
  CHECK(findings(R"(tests:
  - {name: T, on: 2020-01-01, with: {item: x, tpp: [1, 2]}, expect: {verdict: clear}}
  - {name: T, on: 2020-01, known: 03/04/2025, with: [a], expect: clear}
  - T
  - {on: 2020-01-01, wiht: {}}
  - {name: T, expect: {applies: []}}
)") == Lines{"IF208 5:19-5:26 `2020-01` may be one of several days; a question names one",
             "help: write a day, such as `2020-01-01`",
             "IF203 5:35-5:45 `03/04/2025` can be read as `2025-03-04` and as `2025-04-03`",
             "help: write `2025-03-04` or `2025-04-03`", "IF102 5:53-5:56 `with` takes a map, not a list",
             "IF102 5:66-5:71 `expect` takes a map, not text", "IF102 6:5-6:6 a test is told by a map, not by text",
             "IF104 7:6-7:8 a test needs `expect`", "IF104 7:6-7:8 a test needs `name`",
             "IF103 7:22-7:26 a test has no key `wiht`", "help: did you mean `with`?",
             "IF104 8:12-8:13 a test needs `on` or `when`"});
}

TEST_CASE("check tests section: facts have names and types") {
  CHECK(findings(R"(tests:
  - {name: T, on: 2020-01-01, with: {itme: x, tpp: many, urgent: yes, review: 2020}, expect: {verdict: clear}}
  - {name: T, on: 2020-01-01, with: {item: [], end_user: list/acne}, expect: {verdict: clear}}
  - {name: T, on: 2020-01-01, with: {end_user: [list/acme, other/thing]}, expect: {verdict: clear}}
)") == Lines{"IF307 4:38-4:42 there is no attribute `itme`", "help: did you mean `item`?",
             "IF108 4:52-4:56 `many` is not a number, as `tpp` takes",
             "IF109 4:66-4:69 `urgent` is `true` or `false`, not `yes`",
             "IF208 4:79-4:83 one exact day is needed here, not `2020`", "IF105 5:44-5:46 `item` has no value",
             "help: leave the fact out", "IF309 5:63-5:67 `acne` is never enlisted in `list`",
             "help: did you mean `acme`?"});
}

TEST_CASE("check tests section: assumed events exist") {
  CHECK(findings(R"(tests:
  - {name: T, on: 2020-01-01, assume: [bsae, base=2020-13-01, base=2020-02-01], expect: {applies: []}}
  - {name: T, on: 2020-01-01, assume: [base], without: [base, x], evidence: reported, expect: {applies: []}}
)") == Lines{"IF302 4:40-4:44 there is no event `bsae`", "help: did you mean `base`?",
             "IF202 4:51-4:61 there is no month 13 in `2020-13-01`", "help: did you mean `2020-01-13`?",
             "IF118 5:57-5:61 `base` is both assumed and left out", "IF302 5:63-5:64 there is no event `x`",
             "IF106 5:77-5:85 `reported` is not a word for `evidence`", "help: one of `official`"});
}

TEST_CASE("check tests section: expectations name what is there") {
  CHECK(expecting("verdict: licence") ==
        Lines{"IF106 4:65-4:72 `licence` is not a word for `verdict`",
              "help: one of `clear`, `notify`, `conditional`, `licence-required`, `prohibited`, `undetermined`, "
              "`not-covered`"});
  CHECK(expecting("verdict: not-coverd") ==
        Lines{"IF106 4:65-4:75 `not-coverd` is not a word for `verdict`", "help: did you mean `not-covered`?"});
  CHECK(expecting("aplies: [m]") ==
        Lines{"IF103 4:56-4:62 an expectation has no key `aplies`", "help: did you mean `applies`?"});
  CHECK(expecting("applies: [m, leav, list, list/acme, list/acne, lsit/acme]") ==
        Lines{"IF301 4:69-4:73 there is no restriction, authorization or group `leav`", "help: did you mean `leave`?",
              "IF310 4:75-4:79 `list` is a group, which has no status of its own",
              "help: name a member, as in `list/some-member`", "IF309 4:97-4:101 `acne` is never enlisted in `list`",
              "help: did you mean `acme`?", "IF308 4:103-4:107 there is no group `lsit`",
              "help: did you mean `list`?"});
  CHECK(expecting("attributes: {m: {policy: x, tpp: a, coulour: b}, n: {policy: x}, part: y}") ==
        Lines{"IF108 4:89-4:90 `a` is not a number, as `tpp` takes", "IF307 4:92-4:99 there is no attribute `coulour`",
              "help: declare it under `vocabulary`",
              "IF301 4:105-4:106 there is no restriction, authorization or group `n`",
              "IF102 4:127-4:128 `part` takes a map, not text"});
  CHECK(expecting("missing: [end_usr]") ==
        Lines{"IF307 4:66-4:73 there is no attribute `end_usr`", "help: did you mean `end_user`?"});
}

TEST_CASE("check tests section: an example that can never pass") {
  CHECK(expecting("applies: [whole], released: [part]") == Lines{"IF118 4:85-4:89 `part` is expected in two lists",
                                                                 "help: it has one status at a time",
                                                                 "there: 4:66-4:71 expected here too"});
  CHECK(expecting("intervals: []") ==
        Lines{"IF118 4:56-4:65 an answer about a day has no intervals", "help: ask with `when: ID` in place of `on`"});
  CHECK(expecting("") == Lines{"IF119 4:55-4:57 the example expects nothing", "help: such as `verdict: clear`"});
  CHECK(findings(R"(tests:
  - {name: T, on: 2020-01-01, expect: {verdict: clear}}
  - {name: T, when: m, expect: {verdict: clear}}
  - {name: T, on: 2020-01-01, when: mm, expect: {applies: []}}
)") == Lines{"IF118 4:40-4:47 without facts there is no `verdict`", "help: describe the case under `with`",
             "IF118 5:33-5:40 an answer about a measure has no `verdict`",
             "help: ask with `on: DAY` in place of `when`",
             "IF118 6:31-6:35 an example asks about a day or about a measure, not both",
             "help: make two examples of it", "there: 6:15-6:17 the day",
             "IF301 6:37-6:39 there is no restriction, authorization or group `mm`", "help: did you mean `m`?"});
}

TEST_CASE("check tests section: intervals") {
  CHECK(findings(R"(tests:
  - name: T
    when: m
    expect:
      intervals:
        - {from: 2020-01-01, through: 2020-02-01, before: 2020-02-02}
        - {form: 2020-01-01, state: force, certain: perhaps}
        - always
)") == Lines{"IF112 8:30-8:37 an interval has one end, `through` or `before`", "there: 8:51-8:57 the other end",
             "IF103 9:12-9:16 an interval has no key `form`", "help: did you mean `from`?",
             "IF106 9:37-9:42 `force` is not a word for `state`",
             "help: one of `in-force`, `grace`, `suspended`, `released`",
             "IF109 9:53-9:60 `certain` is `true` or `false`, not `perhaps`",
             "IF102 10:11-10:17 an interval is told by a map, not by text"});
}

TEST_CASE("check tests section: a file of tests holds nothing else") {
  const std::string rules = "inforce: 1\nx-note: fine\ntests: []\nsources: {}\n";
  const Lines wrong{"IF120 4:1-4:8 a file of tests does not hold `sources`",
                    "help: move it to a file whose name does not end in `.test.yaml`"};
  CHECK(findings_in({{"a.yaml", base_rules()}, {"b.test.yaml", rules}}) == wrong);
  CHECK(findings_in({{"a.yaml", base_rules()}, {"b.test.yml", rules}}) == wrong);
  CHECK(findings_in({{"a.yaml", base_rules()}, {"btest.yaml", rules}}) == Lines{});
}

TEST_CASE("check tests section: an example is kept as it is meant") {
  const auto rules = book_with(R"(  - name: The name
    on: 2020-01-01
    known: 2020-01-02T10:00Z
    with: {item: [x, y], tpp: 4}
    assume: [base=2020-03-01]
    evidence: official
    expect:
      verdict: clear
      could_be: none
      released: [whole, m]
      applies: []
      attributes: {m: {policy: x, tpp: 4}}
      missing: [tpp, item]
)");
  REQUIRE(rules.model().examples.size() == 1);
  const model::Example& example = rules.model().examples.front();
  const auto day = Date{std::chrono::year{2020} / 1 / 1};
  CHECK(example.name == "The name");
  CHECK(example.on == When::on_day(day));
  CHECK(example.known == When::at(Moment{day} + std::chrono::hours{34}));
  CHECK(example.facts == Facts{{"item", {"x", "y"}}, {"tpp", {"4"}}});
  REQUIRE(example.assume.size() == 1);
  CHECK(rules.model()[example.assume.front().first].id == "base");
  CHECK(example.assume.front().second == When::on_day(Date{std::chrono::year{2020} / 3 / 1}));
  CHECK(example.official_only);
  CHECK(example.expect.verdict == Verdict::clear);
  REQUIRE(example.expect.could_be);
  CHECK(!example.expect.could_be->has_value());
  REQUIRE(example.expect.statuses.size() == 2);
  CHECK(example.expect.statuses[0].status == Status::applies);
  CHECK(example.expect.statuses[0].measures.empty());
  CHECK(example.expect.statuses[1].status == Status::released);
  CHECK(rules.model()[example.expect.statuses[1].measures[0]].id == "m");
  CHECK(rules.model()[example.expect.statuses[1].measures[1]].id == "part");
  REQUIRE(example.expect.attributes.size() == 1);
  CHECK(example.expect.attributes[0].attributes == Attributes{{"policy", "x"}, {"tpp", 4.0}});
  CHECK(example.expect.missing == Lines{"item", "tpp"});
  CHECK(rules.model().texts.text(example.span) == "The name");
}

TEST_CASE("check tests section: examples are no part of the digest") {
  const auto one = book_with("  - {name: T, on: 2020-01-01, expect: {applies: []}}\n");
  const auto other = book_with("  - {name: U, when: m, expect: {intervals: []}}\n");
  CHECK(one.digest() == other.digest());
}

}  // namespace inforce::test
