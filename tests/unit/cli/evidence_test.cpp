#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "engine/model/sha256.h"
#include "inforce/inforce.h"
#include "tests/support/catch.h"
#include "tests/unit/cli/disk_support.h"
#include "tools/inforce/environment.h"

using namespace inforce;
using namespace inforce::cli;
using inforce::test::Folder;
using inforce::test::SmallDisk;
using inforce::test::text_of;
namespace fs = std::filesystem;

namespace {

constexpr const char* rules =
    "inforce: 1\n"
    "defaults: {jurisdiction: US, time_zone: UTC, regime: chips}\n"
    "sources: {note: {title: A note, publisher: An agency, kind: gazette}}\n"
    "restrictions:\n"
    "  ban: {title: A ban, kind: prohibition}\n"
    "events:\n"
    "  - {id: e, title: E, date: 2025-01-01, sources: [note], effects: [{impose: ban}]}\n";

constexpr const char* definition =
    "inforce: 1\n"
    "timeline: {title: Bans, measures: [ban], from: 2024-12-01, through: 2025-12-31}\n";

void write(const std::string& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

struct Said {
  /// What is said on standard output, without line breaks.
  [[nodiscard]] std::string line() const { return std::regex_replace(out, std::regex("\\s+"), " "); }

  int status = 0;
  std::string out;
  std::string err;
};

Said inforce_says(const std::vector<std::string>& words) {
  std::ostringstream out;
  std::ostringstream err;
  const auto files = disk_files();
  Environment environment{out, err, *files, [] { return Date{std::chrono::days{20332}}; }, {}, "/", ""};
  environment.look_into = look_into;
  environment.make_folder = make_folder;
  const int status = run(words, environment);
  return {status, out.str(), err.str()};
}

/// A folder with rules, a definition, and a pack made of them.
struct Packed : Folder {
  Packed() {
    fs::create_directories(*this / "rules/us");
    write(*this / "rules/us/a.yaml", rules);
    write(*this / "rules/empty.yaml", "\xEF\xBB\xBFinforce: 1\r\n");
    write(*this / "bans.timeline.yaml", definition);
    const auto made = report("pack");
    INFO(made.err);
    REQUIRE(made.status == answered);
  }

  [[nodiscard]] Said report(const std::string& name) const {
    return inforce_says({"report", *this / "bans.timeline.yaml", "--on", "today", "--rules", *this / "rules",
                         "--evidence", *this / name});
  }
  [[nodiscard]] Said verify(const std::string& name = "pack") const { return inforce_says({"verify", *this / name}); }

  /// Replaces a text in the manifest, and has the sums say so.
  void forge(const std::string& seen, const std::string& by) const {
    auto manifest = text_of(*this / "pack/MANIFEST.json");
    REQUIRE(manifest.find(seen) != std::string::npos);
    const auto was = model::sha256_hex(manifest);
    manifest.replace(manifest.find(seen), seen.size(), by);
    auto sums = text_of(*this / "pack/SHA256SUMS");
    REQUIRE(sums.find(was) != std::string::npos);
    sums.replace(sums.find(was), was.size(), model::sha256_hex(manifest));
    write(*this / "pack/MANIFEST.json", manifest);
    write(*this / "pack/SHA256SUMS", sums);
  }
};

}  // namespace

TEST_CASE("a pack holds the rule files byte for byte and names no place of this machine") {
  const Packed folder;
  CHECK(text_of(folder / "pack/rules/us/a.yaml") == rules);
  CHECK(text_of(folder / "pack/rules/empty.yaml") == "\xEF\xBB\xBFinforce: 1\r\n");
  CHECK(text_of(folder / "pack/timeline/bans.timeline.yaml") == definition);
  for (const auto& entry : look_into(folder / "pack").entries) {
    if (entry.kind != FolderEntry::Kind::file) continue;
    INFO(entry.path);
    const auto text = text_of(folder / ("pack/" + entry.path));
    CHECK(text.find(fs::temp_directory_path().string() + "/inforce-test") == std::string::npos);
    CHECK(text.find("\"today\"") == std::string::npos);
  }
  CHECK_THAT(text_of(folder / "pack/MANIFEST.json"), ContainsSubstring("\"on\": \"2025-09-01\""));
  CHECK(folder.verify().out == "same\n");
  CHECK(folder.verify().status == answered);
}

TEST_CASE("two packs of one question are the same in every byte, wherever they are made") {
  const Packed one;
  const Packed other;
  REQUIRE(one.report("again").status == answered);
  for (const auto& entry : look_into(one / "pack").entries) {
    if (entry.kind != FolderEntry::Kind::file) continue;
    INFO(entry.path);
    CHECK(text_of(one / ("pack/" + entry.path)) == text_of(one / ("again/" + entry.path)));
    CHECK(text_of(one / ("pack/" + entry.path)) == text_of(other / ("pack/" + entry.path)));
  }
}

TEST_CASE("a folder that holds something is not touched") {
  const Packed folder;
  const auto manifest = text_of(folder / "pack/MANIFEST.json");
  const auto said = folder.report("pack");
  CHECK(said.status == no_answer);
  CHECK_THAT(said.err, ContainsSubstring("error[IF006]: cannot write `" + (folder / "pack")));
  CHECK_THAT(said.err, ContainsSubstring("it is a folder that holds something"));
  CHECK(text_of(folder / "pack/MANIFEST.json") == manifest);
}

TEST_CASE("a pack for which there is no room is not there at all") {
  const Packed folder;
  const auto before = folder.entries();
  Said said;
  {
    const SmallDisk disk(30000);  // The workbook has room, the page has none.
    said = folder.report("other");
  }
  CHECK(said.status == no_answer);
  CHECK(said.out.empty());
  CHECK_THAT(said.err, ContainsSubstring("error[IF006]: cannot write `" + (folder / "other/")));
  CHECK_THAT(said.err, ContainsSubstring("it would be larger than a file may be"));
  CHECK(folder.entries() == before);
}

TEST_CASE("files that are altered, missing or extra are named") {
  const Packed folder;
  write(folder / "pack/report.md", text_of(folder / "pack/report.md") + "x");
  fs::remove(folder / "pack/report.csv");
  write(folder / "pack/notes.txt", "x");
  const auto said = folder.verify();
  CHECK(said.status == gate_closed);
  CHECK_THAT(said.line(), ContainsSubstring("DIFFERS 3 files are not as they were written"));
  CHECK_THAT(said.out, ContainsSubstring("  extra    notes.txt\n  missing  report.csv\n  altered  report.md\n"));
}

TEST_CASE("the first line that was altered in a report is shown") {
  const Packed folder;
  auto html = text_of(folder / "pack/report.html");
  const auto at = html.find("A ban");
  REQUIRE(at != std::string::npos);
  write(folder / "pack/report.html", html.replace(at, 5, "A bun"));
  const auto said = folder.verify();
  CHECK(said.status == gate_closed);
  CHECK_THAT(said.out, ContainsSubstring("  altered  report.html\n"));
  CHECK_THAT(said.out, ContainsSubstring("A bun"));
  CHECK_THAT(said.out, ContainsSubstring("A ban"));
}

TEST_CASE("of altered rules the question is not asked") {
  const Packed folder;
  write(folder / "pack/rules/us/a.yaml", std::string(rules) + "# x\n");
  const auto said = folder.verify();
  CHECK(said.status == gate_closed);
  CHECK_THAT(said.line(), ContainsSubstring("its question was not asked again"));
  CHECK_THAT(said.out, ContainsSubstring("  altered  rules/us/a.yaml\n"));
}

TEST_CASE("a manifest with another question or version, and new sums, is found out") {
  {
    const Packed folder;
    folder.forge("\"on\": \"2025-09-01\"", "\"on\": \"2024-12-02\"");
    const auto said = folder.verify();
    CHECK(said.status == gate_closed);
    CHECK_THAT(said.line(), ContainsSubstring("another report follows from its rule files"));
    CHECK_THAT(said.out, ContainsSubstring("/measures/0/status (ban)"));
  }
  const Packed folder;
  folder.forge("\"version\": \"", "\"version\": \"0.0.0-");
  const auto said = folder.verify();
  CHECK(said.status == gate_closed);
  CHECK_THAT(said.line(), ContainsSubstring("likely cause is another version of the engine"));
}

TEST_CASE("links and pipes in a pack are refused") {
  const Packed folder;
  fs::remove(folder / "pack/report.md");
  fs::create_symlink("/etc/passwd", folder / "pack/report.md");
  auto said = folder.verify();
  CHECK(said.status == no_answer);
  CHECK_THAT(said.err, ContainsSubstring("error[IF611]") && ContainsSubstring("report.md` is a link, or no file"));
  fs::remove(folder / "pack/report.md");
  REQUIRE(::mkfifo((folder / "pack/report.md").c_str(), 0600) == 0);
  said = folder.verify();
  CHECK(said.status == no_answer);
  CHECK_THAT(said.err, ContainsSubstring("error[IF611]"));
}

TEST_CASE("a manifest that leads out of the pack is refused") {
  const Packed folder;
  folder.forge("\"rules/us/a.yaml\"", "\"rules/us/../../../rules/us/a.yaml\"");
  const auto said = folder.verify();
  CHECK(said.status == no_answer);
  CHECK_THAT(said.err, ContainsSubstring("error[IF611]") && ContainsSubstring("it leads out of the pack"));
}

TEST_CASE("a folder without a manifest is no pack, and one that is not there no file") {
  const Packed folder;
  auto said = folder.verify("rules");
  CHECK(said.status == no_answer);
  CHECK_THAT(said.err, ContainsSubstring("error[IF610]") && ContainsSubstring("it has no `MANIFEST.json`"));
  said = folder.verify("missing");
  CHECK(said.status == no_answer);
  CHECK_THAT(said.err, ContainsSubstring("error[IF001]"));
}

TEST_CASE("several roots have folders of their own, and a file in one is a root too") {
  const Packed folder;
  fs::create_directories(folder / "more/us");
  write(folder / "more/us/a.yaml", "inforce: 1\n");
  const auto said = inforce_says({"report", "ban", "--rules", folder / "rules/", "--rules", folder / "more/us/a.yaml",
                                  "--rules", folder / "more", "--evidence", folder / "many", "--quiet"});
  REQUIRE(said.status == answered);
  CHECK(said.err.empty());
  CHECK(fs::exists(folder / "many/rules/1/us/a.yaml"));
  CHECK(text_of(folder / "many/rules/2/a.yaml") == "inforce: 1\n");
  CHECK_FALSE(fs::exists(folder / "many/rules/3"));
  CHECK(folder.verify("many").out == "same\n");
  CHECK(said.out == "sha256:" + model::sha256_hex(text_of(folder / "many/SHA256SUMS")) + "\n");
}

TEST_CASE("a definition among the rules stays where it is") {
  const Packed folder;
  fs::rename(folder / "bans.timeline.yaml", folder / "rules/bans.yaml");
  const auto said =
      inforce_says({"report", folder / "rules/bans.yaml", "--rules", folder / "rules", "--evidence", folder / "inner"});
  REQUIRE(said.status == answered);
  CHECK(fs::exists(folder / "inner/rules/bans.yaml"));
  CHECK_FALSE(fs::exists(folder / "inner/timeline"));
  CHECK(folder.verify("inner").out == "same\n");
}
