#include "inforce/check.h"
#include "tests/support/catch.h"
#include "tests/support/expect.h"

using namespace inforce;
using namespace inforce::test;

namespace {

BaselineEntry entry(char digit, const std::string& path = "rules/a.yaml") {
  return {std::string(64, digit), "IF805", path, "every \"case\" meets\tthis", std::nullopt};
}

struct Read {
  explicit Read(const std::string& text) : read(read_baseline(sources, sources.add("b.json", text))) {}

  [[nodiscard]] std::vector<std::string> complaints() const { return brief(sources, read.diagnostics()); }

  Sources sources;
  Checked<std::vector<BaselineEntry>> read;
};

}  // namespace

TEST_CASE("a baseline is read as it was written, an entry a line", "[render]") {
  const std::vector<BaselineEntry> entries{entry('a'), entry('b', "r\xC3\xA9gles/b.yaml")};
  const auto text = baseline_text(entries);
  CHECK(text ==
        "{\n  \"inforce_baseline\": 1,\n  \"findings\": [\n"
        "    {\"code\": \"IF805\", \"path\": \"rules/a.yaml\", \"message\": \"every \\\"case\\\" meets\\tthis\", "
        "\"fingerprint\": \"" +
            std::string(64, 'a') +
            "\"},\n"
            "    {\"code\": \"IF805\", \"path\": \"r\xC3\xA9gles/b.yaml\", \"message\": \"every \\\"case\\\" "
            "meets\\tthis\", "
            "\"fingerprint\": \"" +
            std::string(64, 'b') + "\"}\n  ]\n}\n");
  const Read back(text);
  REQUIRE(back.read);
  REQUIRE(back.read->size() == 2);
  CHECK(back.read.value()[1].path == entries[1].path);
  CHECK(back.read.value()[1].message == entries[1].message);
  REQUIRE(back.read.value()[1].span);
  CHECK(back.sources.text(*back.read.value()[1].span) == entries[1].fingerprint);
  CHECK(back.sources.begin_of(*back.read.value()[1].span).line == 5);
}

TEST_CASE("an empty baseline", "[render]") {
  CHECK(baseline_text({}) == "{\n  \"inforce_baseline\": 1,\n  \"findings\": []\n}\n");
  CHECK(Read(baseline_text({})).read->empty());
}

TEST_CASE("what is no baseline is refused", "[render]") {
  const auto says = [](const std::string& text) { return Read(text).complaints().at(0); };
  CHECK(says("") == "IF868 1:1-1:1 this is no baseline: it is not JSON at byte 1");
  CHECK(says("[]") == "IF868 1:1-1:1 this is no baseline: it is no object");
  CHECK(says("{}") == "IF868 1:1-1:1 this is no baseline: `inforce_baseline` is not 1");
  CHECK(says("{\"inforce_baseline\": 2, \"findings\": []}") ==
        "IF868 1:1-1:1 this is no baseline: `inforce_baseline` is not 1");
  CHECK(says("{\"inforce_baseline\": 1}") == "IF868 1:1-1:1 this is no baseline: `findings` is no list");
  CHECK(says("{\"inforce_baseline\": 1, \"findings\": [1]}") ==
        "IF868 1:1-1:1 this is no baseline: finding 1 lacks its `code`, `path`, `message` or `fingerprint`");
}

TEST_CASE("any bytes give a baseline or a finding", "[render]") {
  const auto good = baseline_text(std::vector<BaselineEntry>{entry('a')});
  for (std::size_t i = 0; i < good.size(); ++i) {
    const bool whole = i + 2 >= good.size();  // But for the last line break.
    CHECK((whole || !Read(good.substr(0, i)).read.ok()));
    auto odd = good;
    odd[i] = '\xFF';
    CHECK_FALSE(Read(odd).complaints().size() > 1);
  }
  CHECK_FALSE(Read(std::string(100000, '[')).read);
  CHECK_FALSE(Read("<<<<<<< ours\n" + good).read);
  CHECK_FALSE(Read("{\"inforce_baseline\": 1, \"findings\": [{\"fingerprint\": \"x\"}]}").read);
}
