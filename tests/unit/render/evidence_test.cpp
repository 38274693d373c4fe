#include "engine/render/evidence.h"

#include <nlohmann/json.hpp>

#include "engine/model/sha256.h"
#include "engine/render/evidence_check.h"
#include "tests/unit/render/certificate_support.h"

using namespace inforce;
using namespace inforce::render_evidence;
using Json = nlohmann::json;

namespace {

std::string error_of(const std::string& text) {
  const auto read = read_manifest(text);
  return read ? "" : to_string(read.diagnostics().front().code) + " " + read.diagnostics().front().message;
}

std::string error_of(const Json& manifest) { return error_of(manifest.dump()); }

/// A manifest that can be read, of two files.
Json manifest() {
  const std::string sum(64, '0');
  return {{"inforce", "evidence"},
          {"format", 1},
          {"question", {{"definition", nullptr}, {"ids", {"ban"}}, {"on", "2025-03-15"}}},
          {"rules", {{"digest", "sha256:0"}}},
          {"engine", {{"name", "inforce"}, {"version", "0.0.1"}}},
          {"tzdata", "1999a"},
          {"workbooks", "a library 1"},
          {"files",
           {{{"path", "report.json"}, {"size", 1}, {"sha256", sum}},
            {{"path", "rules/a.yaml"}, {"size", 2}, {"sha256", sum}}}}};
}

Json with_path(const std::string& path) {
  auto document = manifest();
  document["files"] = Json::array({{{"path", path}, {"size", 1}, {"sha256", std::string(64, '0')}}});
  return document;
}

std::vector<PackFile> pack_of(const std::string& created) {
  const auto timeline = test::timeline_of(test::certified_rules());
  ReportRequest request;
  request.title = "Bans";
  request.measures = {"ban", "old"};
  const auto made = report(timeline, request);
  REQUIRE(made.ok());
  PackParts parts{{"", {"ban", "old"}, {}}, {{"rules/a.yaml", test::certified_rules()}}, report_paths(), created};
  parts.question.about.facts["item"] = {"chip", "ship, or so"};
  parts.question.about.assume.push_back({"f", When::on_day(Date{std::chrono::days{20000}})});
  parts.question.about.without = {"e"};
  parts.question.about.official_only = true;
  parts.question.about.through = Date{std::chrono::days{20100}};
  auto files = evidence_pack(*made, std::move(parts));
  REQUIRE(files.ok());
  return std::move(files).value();
}

Texts texts_of(const std::vector<PackFile>& files) {
  Texts texts;
  for (const auto& file : files) texts[file.path] = file.text;
  return texts;
}

std::vector<std::string> paths_of(const std::vector<PackFile>& files) {
  std::vector<std::string> paths;
  for (const auto& file : files) paths.push_back(file.path);
  return paths;
}

/// Text without its line breaks.
std::string unwrapped(const std::string& text) {
  std::string line;
  for (const char letter : text) {
    const bool blank = letter == '\n' || letter == ' ';
    if (!blank || !line.ends_with(' ')) line += blank ? ' ' : letter;
  }
  return line;
}

}  // namespace

TEST_CASE("a pack holds its reports, its rules, a manifest and the sums") {
  const auto files = pack_of("");
  CHECK(paths_of(files) == std::vector<std::string>{"MANIFEST.json", "SHA256SUMS", "report.csv", "report.html",
                                                    "report.ics", "report.json", "report.md", "report.xlsx",
                                                    "rules/a.yaml"});
  const auto texts = texts_of(files);
  CHECK(texts.at("rules/a.yaml") == test::certified_rules());
  CHECK_THAT(texts.at("SHA256SUMS"),
             ContainsSubstring(model::sha256_hex(texts.at("report.md")) + "  report.md\n") &&
                 ContainsSubstring(model::sha256_hex(texts.at("MANIFEST.json")) + "  MANIFEST.json\n"));
  CHECK_THAT(texts.at("MANIFEST.json"), !ContainsSubstring("created"));
}

TEST_CASE("the question is read back from the manifest as it was asked") {
  const auto texts = texts_of(pack_of("2025-01-01T00:00:00Z"));
  const auto read = read_manifest(texts.at("MANIFEST.json"));
  REQUIRE(read.ok());
  CHECK(read->created == "2025-01-01T00:00:00Z");
  CHECK(read->question.definition.empty());
  CHECK(read->question.ids == std::vector<std::string>{"ban", "old"});
  CHECK(read->question.about.facts == Facts{{"item", {"chip", "ship, or so"}}});
  CHECK(read->question.about.assume == std::vector<Assumption>{{"f", When::on_day(Date{std::chrono::days{20000}})}});
  CHECK(read->question.about.without == std::vector<std::string>{"e"});
  CHECK(read->question.about.official_only);
  CHECK(read->question.about.through == Date{std::chrono::days{20100}});
  CHECK(read->files.size() == 7);
  CHECK(read->files.front().size == texts.at("report.csv").size());
  CHECK(file_faults(*read, texts, paths_of(pack_of("2025-01-01T00:00:00Z"))).empty());
  CHECK(other_versions(*read).empty());
}

TEST_CASE("an altered manifest is told from altered sums") {
  const auto files = pack_of("");
  const auto fault_of = [&](Texts texts) {
    const auto read = read_manifest(texts.at("MANIFEST.json"));
    REQUIRE(read.ok());
    const auto faults = file_faults(*read, texts, paths_of(files));
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].kind == FileFault::Kind::altered);
    return faults[0].path;
  };
  auto texts = texts_of(files);
  texts["MANIFEST.json"] += "\n";
  CHECK(fault_of(texts) == "MANIFEST.json");
  texts = texts_of(files);
  texts["SHA256SUMS"] += "\n";
  CHECK(fault_of(texts) == "SHA256SUMS");
}

TEST_CASE("text that is not UTF-8 makes no pack") {
  const auto timeline = test::timeline_of(test::certified_rules());
  ReportRequest request;
  request.measures = {"ban"};
  PackParts parts{{"", {"ban"}, {}}, {}, report_paths(), ""};
  parts.question.about.facts["item"] = {"\xff"};
  const auto files = evidence_pack(*report(timeline, request), std::move(parts));
  REQUIRE_FALSE(files.ok());
  CHECK(files.diagnostics().front().message == "the question is not UTF-8, and cannot stand in a pack");
}

TEST_CASE("a manifest that is none is refused") {
  CHECK(error_of(manifest()).empty());
  const std::string begin = "IF610 `MANIFEST.json` cannot be relied on: ";
  CHECK(error_of(std::string()) == begin + "it is not JSON at byte 1");
  CHECK(error_of(std::string("[]")) == begin + "it is JSON, and no manifest of evidence");
  CHECK(error_of(std::string("{\"inforce\":\"certificate\"}")) == begin + "it is JSON, and no manifest of evidence");
  CHECK_THAT(error_of(std::string(100000, '[')), ContainsSubstring("nested more than 512 deep"));
  CHECK_THAT(error_of(std::string("{\"a\":1,\"a\":2}")), ContainsSubstring("one name twice"));
  const auto without = [](const char* name) {
    auto document = manifest();
    document.erase(name);
    return error_of(document);
  };
  CHECK_THAT(without("format"), ContainsSubstring("which reads format 1"));
  CHECK_THAT(without("question"), ContainsSubstring("it has no `/question`"));
  CHECK_THAT(without("rules"), ContainsSubstring("it has no text at `/rules/digest`"));
  CHECK_THAT(without("engine"), ContainsSubstring("it has no text at `/engine/version`"));
  CHECK_THAT(without("tzdata"), ContainsSubstring("it has no text at `/tzdata`"));
  CHECK_THAT(without("files"), ContainsSubstring("it has no list `/files`"));
}

TEST_CASE("members of another shape are refused") {
  const auto with = [](const char* place, const Json& value) {
    auto document = manifest();
    document[Json::json_pointer(place)] = value;
    return error_of(document);
  };
  CHECK_THAT(with("/created", "2025-01-01"), ContainsSubstring("`/created` is no moment"));
  CHECK_THAT(with("/created", 5), ContainsSubstring("it has no text at `/created`"));
  CHECK_THAT(with("/rules", "x"), ContainsSubstring("it has no text at `/rules/digest`"));
  CHECK_THAT(with("/question/ids", 5), ContainsSubstring("`/question/ids` is no list"));
  CHECK_THAT(with("/question/ids", Json::array()), ContainsSubstring("has either a definition or ids"));
  CHECK_THAT(with("/question/definition", 5), ContainsSubstring("`/question/definition` is no path"));
  CHECK_THAT(with("/question/on", "today"), ContainsSubstring("is no day and no moment"));
  CHECK_THAT(with("/question/shout", true), ContainsSubstring("is not known, or not of its shape"));
  CHECK_THAT(with("/files/0/size", -1), ContainsSubstring("has no path, size and sum"));
  CHECK_THAT(with("/files/0/size", 1.5), ContainsSubstring("has no path, size and sum"));
  CHECK_THAT(with("/files/0/size", 18446744073709551615ULL), ContainsSubstring("18446744073709551615 bytes"));
  CHECK_THAT(with("/files/0/sha256", "AB"), ContainsSubstring("a sum that is no SHA-256"));
  CHECK_THAT(with("/files/1/path", "report.json"), ContainsSubstring("in the order of their paths, each once"));
  CHECK_THAT(with("/files/0/path", "report.csv"), ContainsSubstring("it names no `report.json`"));
  auto document = manifest();
  document["question"]["ids"] = Json::array();
  document["question"]["definition"] = "timeline/b.yaml";
  CHECK_THAT(error_of(document), ContainsSubstring("the definition `timeline/b.yaml` is none of its files"));
}

TEST_CASE("files that are large together are refused") {
  auto document = manifest();
  document["files"] = Json::array();
  for (const char* path : {"rules/1", "rules/2", "rules/3", "rules/4", "rules/5"}) {
    document["files"].push_back({{"path", path}, {"size", largest_file}, {"sha256", std::string(64, '0')}});
  }
  CHECK_THAT(error_of(document), ContainsSubstring("its files are larger than 1024 MiB together"));
}

TEST_CASE("paths that lead out of a pack are refused") {
  const std::string begin = "IF611 `MANIFEST.json` names ";
  CHECK(error_of(with_path("../a.yaml")) == begin + "`../a.yaml`: it leads out of the pack");
  CHECK(error_of(with_path("rules/../../a")) == begin + "`rules/../../a`: it leads out of the pack");
  CHECK(error_of(with_path("/etc/passwd")) == begin + "`/etc/passwd`: it leads out of the pack");
  CHECK_THAT(error_of(with_path("rules/..")), ContainsSubstring("it leads out of the pack"));
  CHECK_THAT(error_of(with_path("")), ContainsSubstring("it is empty"));
  CHECK_THAT(error_of(with_path("rules//a")), ContainsSubstring("two slashes follow each other"));
  CHECK_THAT(error_of(with_path("rules/a/")), ContainsSubstring("or one ends it"));
  CHECK_THAT(error_of(with_path("rules/./a")), ContainsSubstring("`.` is no name of a folder"));
  CHECK_THAT(error_of(with_path("rules\\a")), ContainsSubstring("it has a backslash"));
  CHECK_THAT(error_of(with_path("rules/a\nb")), ContainsSubstring("a character that cannot be shown"));
  CHECK_THAT(error_of(with_path(std::string("rules/\0a", 8))), ContainsSubstring("a character that cannot be shown"));
  CHECK_THAT(error_of(with_path("MANIFEST.json")), ContainsSubstring("a pack has that file for itself"));
  CHECK_THAT(error_of(with_path("notes.txt")), ContainsSubstring("a pack has no such file"));
  CHECK_THAT(error_of(with_path("rules")), ContainsSubstring("a pack has no such file"));
  CHECK_THAT(error_of(with_path("rules/" + std::string(300, 'n'))), ContainsSubstring("longer than 255 bytes"));
  CHECK_THAT(error_of(with_path("rules/" + std::string(2000, 'n'))), ContainsSubstring("longer than 1024 bytes"));
  CHECK(path_fault("rules/us/\xC3\xBC b.yaml").empty());
}

TEST_CASE("the first line that differs is shown with what is around it") {
  PackCheck check;
  const std::string long_line(500, 'x');
  const Texts was{{"report.md", "a\nb\nc\n"},
                  {"report.html", "1\n" + long_line + "A" + long_line + "\n"},
                  {"report.csv", std::string("a\0b", 3)},
                  {"SHA256SUMS", "x"}};
  compare_with(std::vector<PackFile>{{"report.md", "a\nB\nc\n"},
                                     {"report.html", "1\n" + long_line + "B" + long_line + "\n"},
                                     {"report.csv", std::string("a\0c", 3)},
                                     {"report.json", "{}"},
                                     {"SHA256SUMS", "y"}},
               was, check);
  REQUIRE(check.mismatches.size() == 3);
  CHECK(check.mismatches[0].line == 2);
  CHECK(check.mismatches[0].was == "b");
  CHECK(check.mismatches[0].is == "B");
  const auto around = [](char letter) { return "…" + std::string(30, 'x') + letter + std::string(169, 'x') + "…"; };
  CHECK(check.mismatches[1].line == 2);
  CHECK(check.mismatches[1].was == around('A'));
  CHECK(check.mismatches[1].is == around('B'));
  CHECK(check.mismatches[2].line == 0);
  CHECK(check.mismatches[2].byte == 3);
  CHECK_FALSE(check.answers_compared);
}

TEST_CASE("a text that ends early differs in its last line") {
  PackCheck check;
  compare_with(std::vector<PackFile>{{"report.md", "a\nb\n"}, {"report.html", ""}},
               {{"report.md", "a\n"}, {"report.html", "a"}}, check);
  REQUIRE(check.mismatches.size() == 2);
  CHECK(check.mismatches[0].line == 2);
  CHECK(check.mismatches[0].was.empty());
  CHECK(check.mismatches[0].is == "b");
  CHECK(check.mismatches[1].was == "a");
  CHECK(check.mismatches[1].is.empty());
}

TEST_CASE("a report that is no JSON, or no object, is told from another answer") {
  CHECK(answer_differences("{", "{}").why == "it is not JSON at byte 2");
  CHECK(answer_differences("[1]", "{}").why == "it is JSON, and no report");
  CHECK(answer_differences(std::string(1000, '['), "{}").why == "it is nested more than 512 deep");
  const auto found = answer_differences(R"({"tzdata":"1","measures":[{"id":"a","x":1}]})",
                                        R"({"tzdata":"2","measures":[{"id":"a","x":2}]})");
  REQUIRE(found.differences.size() == 1);
  CHECK(found.differences[0].place == "/measures/0/x");
  CHECK(found.differences[0].row == "a");
}

TEST_CASE("what became of a pack is said") {
  PackCheck check;
  CHECK(render(check, Style{}) == "same\n");
  check.faults = {{FileFault::Kind::missing, "report.md"}};
  CHECK_THAT(unwrapped(render(check, Style{})),
             ContainsSubstring("DIFFERS 1 file is not as it was written; what it was made of is not whole"));
  check = {};
  check.asked_again = true;
  check.answers_compared = true;
  check.versions = {{"tzdata", "1999a", "2025b"}};
  check.mismatches = {{"MANIFEST.json", 1, 1, "a", "A"}, {"report.md", 5, 2, "b", "B"}, {"report.csv", 7, 0, "", ""}};
  const auto text = render(check, Style{});
  CHECK_THAT(unwrapped(text), ContainsSubstring("with the same answer. A likely cause is another version of the "
                                                "time-zone data (1999a, now 2025b)."));
  CHECK_THAT(text, ContainsSubstring("  report.md, line 2\n      was b\n      is  B\n"));
  CHECK_THAT(text, ContainsSubstring("  report.csv, byte 7\n"));
  Style json;
  json.format = Format::json;
  const auto object = Json::parse(render(check, json));
  CHECK(object["outcome"] == "differs");
  CHECK(object["reports"][1]["line"] == 2);
  CHECK(object["reports"][2]["line"].is_null());
  check.mismatches.resize(1);
  CHECK_THAT(unwrapped(render(check, Style{})),
             ContainsSubstring("its report follows from its rule files, and another"));
  check.mismatches[0].path = "report.md";
  CHECK_THAT(unwrapped(render(check, Style{})), ContainsSubstring("what its manifest names still follows"));
}
