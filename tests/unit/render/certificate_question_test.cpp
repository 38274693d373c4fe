#include "engine/render/certificate_question.h"

#include <nlohmann/json.hpp>

#include "tests/unit/render/certificate_support.h"

using namespace inforce;
using Json = nlohmann::json;
using Outcome = Verification::Outcome;

namespace {

/// Each kind of question, and each thing that goes with one.
const std::vector<std::string>& questions() {
  static const std::vector<std::string> all{
      "on 2025-03-15",
      "on 2025-03-15T12:30:00Z with item=chip, item=ship, use=\"a, b = c\" known 2025-02-01",
      "on 2025-03-15 all evidence official assume f assume b=2025-02-01 without e",
      "on 2025-03-15 assume f=2025-02-02T00:00:00Z known 2025-03-01T01:02:03Z",
      "on 2025-03-15 jurisdiction US regime chips",
      "when ban",
      "when ban with item=chip known 2025-01-01 evidence official",
      "why ban on 2025-03-15 with item=chip, use=war",
      "diff 2025-03-15 2025-06-15T00:00:00Z with item=chip known 2025-07-01",
      "diff known 2025-01-15 known 2025-06-15 on 2025-06-20 with item=chip without a",
      "events",
      "events from 2025-01-01 through 2025-05-31 touching ban known 2025-12-31",
      "next from 2025-01-01 assume f",
      "coverage",
      "coverage on 2025-03-15 with item=chip",
      "conflicts from 2025-01-01 through 2025-12-31 with item=chip",
  };
  return all;
}

Query query_of(const std::string& question) {
  Sources sources;
  const auto query = parse_query(question, sources);
  INFO(question);
  REQUIRE(query.ok());
  return *query;
}

std::string error_of(const Json& question) { return render_json::read_question(question.dump()).error; }

}  // namespace

TEST_CASE("a question is read back from its certificate as it was asked") {
  const auto timeline = test::timeline_of(test::certified_rules());
  for (const auto& text : questions()) {
    INFO(text);
    const auto asked = query_of(text);
    const auto document = test::certified(timeline, text);
    const auto read = render_json::read_question(Json::parse(document)["question"].dump());
    REQUIRE(read.query);
    CHECK(read.query->ask == asked.ask);
    CHECK(read.query->id == asked.id);
    CHECK(read.query->on == asked.on);
    CHECK(read.query->then == asked.then);
    CHECK(read.query->known == asked.known);
    CHECK(read.query->known_then == asked.known_then);
    CHECK(read.query->from == asked.from);
    CHECK(read.query->through == asked.through);
    CHECK(read.query->authority == asked.authority);
    CHECK(read.query->facts == asked.facts);
    CHECK(read.query->official_only == asked.official_only);
    CHECK(read.query->assume == asked.assume);
    CHECK(read.query->without == asked.without);
    CHECK(read.query->jurisdictions == asked.jurisdictions);
    CHECK(read.query->regimes == asked.regimes);
    CHECK(read.query->all == asked.all);
    CHECK(verify(document, timeline).outcome == Outcome::same);
  }
}

TEST_CASE("a question that is not understood whole is refused") {
  CHECK(error_of({{"on", "2025-03-15"}}) == "`question` does not say what is asked");
  CHECK(error_of(Json::array()) == "`question` is not an object");
  CHECK(error_of(nullptr) == "`question` is not an object");
  CHECK(error_of({{"ask", "onn"}}) == "`question/ask` is no kind of question");
  CHECK(error_of({{"ask", 1}}) == "`question/ask` is no kind of question");
  CHECK(error_of({{"ask", "on"}, {"colour", "red"}}) == "`question/colour` is not known, or not of its shape");
  CHECK(error_of({{"ask", "on"}, {"all", false}}) == "`question/all` is not known, or not of its shape");
  CHECK(error_of({{"ask", "on"}, {"evidence", "reported"}}) == "`question/evidence` is not known, or not of its shape");
  CHECK(error_of({{"ask", "on"}, {"on", 2025}}) == "`question/on` is not of its shape");
  CHECK(error_of({{"ask", "on"}, {"on", "03/04/2025"}}) == "`question/on` is no day and no moment");
  CHECK(error_of({{"ask", "on"}, {"on", ""}}) == "`question/on` is no day and no moment");
  CHECK(error_of({{"ask", "diff"}, {"diff", {"2025-01-01"}}}) == "`question/diff` is not of its shape");
  CHECK(error_of({{"ask", "next"}, {"from", "2025-01-01T00:00:00Z"}}) == "`question/from` is no day");
  CHECK(error_of({{"ask", "on"}, {"with", {{"item", "chip"}}}}) == "`question/with` is not of its shape");
  CHECK(error_of({{"ask", "on"}, {"with", {{"item", {1}}}}}) == "`question/with` is not of its shape");
  CHECK(error_of({{"ask", "on"}, {"without", "e"}}) == "`question/without` is not of its shape");
  CHECK(error_of({{"ask", "on"}, {"assume", {"e=soon"}}}) == "`question/assume` is no day and no moment");
  CHECK(render_json::read_question("{").error == "`question` is not an object");
}

TEST_CASE("facts that are not text cannot be certified") {
  const auto timeline = test::timeline_of(test::certified_rules());
  auto query = query_of("on 2025-03-15");
  query.facts["use"] = {"\xff"};
  const auto document = certificate(timeline, query);
  REQUIRE(!document.ok());
  CHECK(document.diagnostics().front().message == "a fact is not UTF-8, and cannot stand in a certificate");
  query.facts["use"] = {"\u00e9\U0001f600\x01"};
  const auto odd = certificate(timeline, query);
  REQUIRE(odd.ok());
  CHECK(verify(*odd, timeline).outcome == Outcome::same);
  query.facts = {{"colour", {"red"}}};
  CHECK(!certificate(timeline, query).ok());
}

TEST_CASE("what is no certificate is refused with a reason") {
  const auto timeline = test::timeline_of(test::certified_rules());
  const auto why = [&](const std::string& text) {
    const auto found = verify(text, timeline);
    CHECK(found.outcome == Outcome::refused);
    CHECK(found.differences.empty());
    return found.why;
  };
  CHECK(why("") == "it is not JSON at byte 1");
  CHECK(why("[]\n") == "it is JSON, and no certificate");
  CHECK(why("null") == "it is JSON, and no certificate");
  CHECK(why("{\"inforce\":\"report\"}\n") == "it is JSON, and no certificate");
  CHECK(why("{\"inforce\":\"certificate\"}") == "byte 26 is not as canonical JSON is written");
  CHECK(why("{\"inforce\": \"certificate\"}\n") == "byte 12 is not as canonical JSON is written");
  CHECK(why("{\"inforce\":\"certificate\"}\n") == "it has no `sha256`");
  CHECK(why("{\"inforce\":\"certificate\",\"sha256\":\"0\"}\n") ==
        "it was changed: `sha256` is not the sum of the rest");
  CHECK(why("{\"a\":1,\"a\":1}") == "an object in it has one name twice");
  CHECK(why(std::string(100000, '[')) == "it is nested more than 512 deep");
  CHECK(why("[\"\xc3\x28\"]").starts_with("it is not JSON at byte"));
  CHECK(why(std::string("\0\0\0", 3)).starts_with("it is not JSON at byte"));
  const auto text = test::certified(timeline, "on 2025-03-15");
  CHECK(why("\xef\xbb\xbf" + text) == "byte 1 is not as canonical JSON is written");
  CHECK_THAT(render(verify("", timeline), {}),
             ContainsSubstring("REFUSED  This is no certificate to rely on: it is not JSON at byte 1."));
}
