#include "tests/support/catch.h"
#include "tests/unit/lint/checkup.h"

using namespace inforce;
using namespace inforce::test;

namespace {

const std::string good = "# inforce: ignore[IF805] reason: both are meant";

// `code message`, without the place, of what is found where this comment stands behind line 7.
Lines complaints(const std::string& comment) {
  Lines lines;
  for (const Diagnostic& one : Checkup(doubtful(" " + comment)).report.found) {
    if (one.code != Code{805}) lines.push_back(to_string(one.code) + " " + one.message);
  }
  return lines;
}

// The text after the fix of the only finding that has one.
std::string mended(const std::string& text) {
  const Checkup checkup(text);
  std::string after = text;
  for (const Diagnostic& one : checkup.report.found) {
    if (!one.fix) continue;
    CHECK(one.fix->safe);
    REQUIRE(one.fix->edits.size() == 1);
    const Edit& edit = one.fix->edits.front();
    after.replace(edit.span.begin, edit.span.end - edit.span.begin, edit.text);
  }
  return after;
}

}  // namespace

TEST_CASE("a comment suppresses what is found on its line or the line below", "[lint]") {
  CHECK(Checkup(doubtful(" " + good)).suppressed() == Lines{"IF805 both are meant"});
  CHECK(Checkup(doubtful(" " + good)).codes() == Lines{});
  CHECK(Checkup(doubtful("", good)).suppressed() == Lines{"IF805 both are meant"});
  CHECK(Checkup(doubtful("", "  " + good + "\n# another\n  # third")).codes() == Lines{});
  CHECK(Checkup(doubtful("", good + "\n")).codes() == Lines{"IF864", "IF805"});
  CHECK(Checkup(doubtful("", "\n" + good)).codes() == Lines{});
}

TEST_CASE("codes are numbers or names, several by comma, among other words", "[lint]") {
  CHECK(complaints("# inforce: ignore[ scope_always_met ] reason: x").empty());
  CHECK(complaints("#inforce:ignore[if805,] until 2025-09-01 reason:x").empty());
  CHECK(complaints("# INFORCE: Ignore[IF805] Until 2030-01-01 Reason: x").empty());
  CHECK(complaints("# before # inforce: ignore[IF805] reason: see #12 # after").empty());
  CHECK(Checkup(doubtful(" # inforce: ignore[IF805] reason: see #12 # after")).suppressed() == Lines{"IF805 see #12"});
  CHECK(complaints("# inforce: the scope of this is what inforce: ignore means").empty());
  CHECK(complaints("# inforce: 1").empty());
}

TEST_CASE("a comment in quotes or a block text is none", "[lint]") {
  const std::string text = doubtful("\nx-note: |\n  " + good + "\nx-more: '" + good + "'\n# z");
  CHECK(Checkup(text).suppressed().empty());
}

TEST_CASE("what is wrong with a comment is said, and it suppresses nothing", "[lint]") {
  CHECK(complaints("# inforce: ignore[IF805]") == Lines{"IF861 no reason is given"});
  CHECK(complaints("# inforce: ignore[IF805] reason:  ") == Lines{"IF861 no reason is given"});
  CHECK(complaints("# inforce: ignore") == Lines{"IF862 the comment names no code to suppress"});
  CHECK(complaints("# inforce: ignore[ ,] reason: x") == Lines{"IF862 the comment names no code to suppress"});
  CHECK(complaints("# inforce: ignore[all] reason: x") == Lines{"IF862 `all` stands for many codes"});
  CHECK(complaints("# inforce: ignore[IF8, *] reason: x") ==
        Lines{"IF862 `IF8` stands for many codes", "IF862 `*` stands for many codes"});
  CHECK(complaints("# inforce: ignore[IF805, IF80] reason: x") == Lines{"IF862 `IF80` stands for many codes"});
  CHECK(complaints("# inforce: ignore IF805 reason: x") == Lines{"IF860 `IF805` has no brackets"});
  CHECK(complaints("# inforce: ignroe[IF805] reason: x") == Lines{"IF860 a comment cannot ask for `ignroe`"});
  CHECK(complaints("# inforce: ignore[IF805 reason: x") == Lines{"IF860 `[` is not closed"});
  CHECK(complaints("# inforce: ignore[IF805] because") == Lines{"IF860 text where `until` or `reason:` is expected"});
  CHECK(complaints("# inforce: ignore[IF805] until 2026-02-30 reason: x") ==
        Lines{"IF860 `until` is followed by no day"});
  CHECK(complaints("# inforce: ignore[IF805] until") == Lines{"IF860 `until` is followed by no day"});
  CHECK(complaints("# inforce: ignore[IF805] reason: x until 2025-01-01") ==
        Lines{"IF860 an end that stands in the reason ends nothing"});
  CHECK(complaints("# inforce: ignore[IF805] reason: x (until 2025-01-01).") ==
        Lines{"IF860 an end that stands in the reason ends nothing"});
  CHECK(complaints("# inforce: ignore[IF8O5] reason: x") == Lines{"IF863 no diagnostic has the code `IF8O5`"});
  for (const std::string comment :
       {"# inforce: ignore[IF805]", "# inforce: ignore[IF805] until 2026-02-30 reason: x"}) {
    CHECK(Checkup(doubtful(" " + comment)).suppressed().empty());
  }
}

TEST_CASE("errors and what is said of comments cannot be suppressed", "[lint]") {
  CHECK(complaints("# inforce: ignore[IF805, IF301] reason: x") ==
        Lines{"IF866 `IF301` is an error, and cannot be suppressed by a comment"});
  CHECK(complaints("# inforce: ignore[IF805, unused_suppression] reason: x") ==
        Lines{"IF866 `unused_suppression` is about what is suppressed, and cannot be suppressed by a comment"});
  const Checkup broken("inforce: 2 # inforce: ignore[IF101] reason: x\n");
  CHECK(broken.codes() == Lines{"IF101", "IF866"});
  CHECK(broken.suppressed().empty());
}

TEST_CASE("a suppression lasts through its last day", "[lint]") {
  const auto text = doubtful(" # inforce: ignore[IF805] until 2025-06-30 reason: x");
  auto settings = settings_with();
  settings.today = calendar::make_day(2025, 6, 30);
  CHECK(Checkup(text, settings).suppressed() == Lines{"IF805 x"});
  settings.today = calendar::make_day(2025, 7, 1);
  CHECK(Checkup(text, settings).found() ==
        Lines{"IF805 7:10-7:27 every case meets this scope",
              "IF865 7:61-7:71 the suppression has expired: its last day was 2025-06-30"});
  settings.today = std::nullopt;
  CHECK(Checkup(text, settings).suppressed() == Lines{"IF805 x"});
}

TEST_CASE("of two comments the one that lasts suppresses, and the other is not used", "[lint]") {
  const auto text = doubtful(" " + good, "# inforce: ignore[IF805] until 2025-01-01 reason: y");
  CHECK(Checkup(text).suppressed() == Lines{"IF805 both are meant"});
  CHECK(Checkup(text).codes() == Lines{"IF864"});
}

TEST_CASE("what suppresses nothing is said, with a fix that deletes it", "[lint]") {
  CHECK(complaints("# inforce: ignore[IF805, IF804] reason: x") == Lines{"IF864 no `IF804` is found on line 7"});
  CHECK(mended(doubtful(" # inforce: ignore[IF804, IF805, IF806] reason: x")) ==
        doubtful(" # inforce: ignore[IF805] reason: x"));
  CHECK(mended(doubtful("  # inforce: ignore[IF804] reason: x")) == doubtful());
  CHECK(mended(doubtful("", "# one\n  # inforce: ignore[IF804] reason: x\r\n# two")) == doubtful("", "# one\n# two"));
  CHECK(mended(doubtful(" # see # inforce: ignore[IF804] reason: x # more")) == doubtful(" # see # more"));
  CHECK(mended(doubtful("", "# inforce: ignore[IF804] reason: x # more")) == doubtful("", "# more"));
}

TEST_CASE("a code that settings leave out is no unused one", "[lint]") {
  const FindingRule none{"IF805", {}, false, std::nullopt};
  const Checkup checkup(doubtful(" " + good), settings_with({none}));
  CHECK(checkup.codes() == Lines{});
  CHECK(checkup.suppressed() == Lines{});
}

TEST_CASE("where errors hide what is doubtful, no comment is called unused", "[lint]") {
  const Files files{{"a.yaml", doubtful("", "# inforce: ignore[IF804] reason: x")}, {"b.yaml", "inforce: 2\n"}};
  CHECK(Checkup(files).codes() == Lines{"IF101"});
}

TEST_CASE("odd bytes in comments are no trouble", "[lint]") {
  for (const std::string odd : {"[", "[]", "[\xC3\xA9]", "[,,,]", "[IF805]]", "[IF805]until", "[IF805] reason",
                                "[\xE2\x80\xA8] reason: \xF0\x9F\x98\x80", "[IF805]reason:\t", "[IF805] until\t\t",
                                "[[IF805]] reason: x", ":", "\t"}) {
    const Checkup checkup(doubtful(" # inforce: ignore" + odd));
    for (const Diagnostic& one : checkup.report.found) CHECK(one.primary);
    CHECK(!render(checkup.report.found, checkup.sources, {}).empty());
  }
}
