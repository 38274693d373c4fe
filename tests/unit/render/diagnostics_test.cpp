#include <nlohmann/json.hpp>

#include "engine/diagnostics/report.h"
#include "inforce/render.h"
#include "tests/support/catch.h"

using namespace inforce;

namespace {

// A file in which `[[`…`]]` marked the span.
struct Marked {
  Sources sources;
  FileId file;
  Span span;

  explicit Marked(std::string text) {
    const std::size_t begin = text.find("[[");
    text.erase(begin, 2);
    const std::size_t end = text.find("]]");
    text.erase(end, 2);
    file = sources.add("rules.yaml", text);
    span = {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  [[nodiscard]] Diagnostic diagnostic(std::string help = {}) const {
    return diagnostics::make(codes::unknown_key, "unknown key", span, std::move(help));
  }
  [[nodiscard]] std::string shown(const Style& style = {}) const {
    return render(std::vector<Diagnostic>{diagnostic()}, sources, style);
  }
};

}  // namespace

TEST_CASE("carets stand under the place", "[render]") {
  CHECK(Marked("a: 1\n[[titel]]: x\n").shown() ==
        "error[IF103]: unknown key\n"
        " --> rules.yaml:2:1\n"
        "  |\n"
        "2 | titel: x\n"
        "  | ^^^^^\n");
}

TEST_CASE("help closes a diagnostic", "[render]") {
  const Marked marked("[[titel]]: x\n");
  const std::vector<Diagnostic> found{marked.diagnostic("did you mean `title`?"), marked.diagnostic()};
  CHECK(render(found, marked.sources, {}) ==
        "error[IF103]: unknown key\n"
        " --> rules.yaml:1:1\n"
        "  |\n"
        "1 | titel: x\n"
        "  | ^^^^^\n"
        "  |\n"
        "help: did you mean `title`?\n"
        "\n"
        "error[IF103]: unknown key\n"
        " --> rules.yaml:1:1\n"
        "  |\n"
        "1 | titel: x\n"
        "  | ^^^^^\n");
}

TEST_CASE("help says that a program can go the way out", "[render]") {
  const Marked marked("[[NO]]: x\n");
  std::vector<Diagnostic> found{marked.diagnostic("quote it"), marked.diagnostic()};
  found[0].fix = Fix{"put `NO` in quotes", true, {{marked.span, "'NO'"}}};
  found[1].fix = Fix{"put `NO` in quotes", false, {{marked.span, "'NO'"}}};
  const auto text = render(found, marked.sources, {});
  CHECK_THAT(text, ContainsSubstring("  | ^^\n  |\nhelp: quote it (`--fix` writes it)\n"));
  CHECK_THAT(text, ContainsSubstring("  | ^^\n  |\nhelp: put `NO` in quotes (`--fix --unsafe-fixes` writes it)\n"));
}

TEST_CASE("a diagnostic without a place is one line", "[render]") {
  const std::vector<Diagnostic> found{
      diagnostics::make(codes::no_rule_files, "no rule files below `x`", "name another")};
  CHECK(render(found, Sources(), {}) == "error[IF002]: no rule files below `x`\nhelp: name another\n");
}

TEST_CASE("related places of the same file stand in order of their lines", "[render]") {
  Marked marked("a: 1\nb: 2\nc: 3\nd: 4\n\n\n\n\n\n[[a]]: 5\n");
  Diagnostic one = marked.diagnostic();
  one.related.push_back({{marked.file, 0, 1}, "first here"});
  one.related.push_back({{marked.file, 10, 11}, ""});
  CHECK(render(std::vector<Diagnostic>{one}, marked.sources, {}) ==
        "error[IF103]: unknown key\n"
        "  --> rules.yaml:10:1\n"
        "   |\n"
        " 1 | a: 1\n"
        "   | - first here\n"
        " 2 | b: 2\n"
        " 3 | c: 3\n"
        "   | -\n"
        "...\n"
        "10 | a: 5\n"
        "   | ^\n");
}

TEST_CASE("related places of other files have a heading of their own", "[render]") {
  Marked marked("id: [[a]]\n");
  const FileId other = marked.sources.add("other.yaml", "\nid: a\n");
  Diagnostic one = marked.diagnostic();
  one.related.push_back({{other, 5, 6}, "first here"});
  CHECK(render(std::vector<Diagnostic>{one}, marked.sources, {}) ==
        "error[IF103]: unknown key\n"
        " --> rules.yaml:1:5\n"
        "  |\n"
        "1 | id: a\n"
        "  |     ^\n"
        " ::: other.yaml:2:5\n"
        "  |\n"
        "2 | id: a\n"
        "  |     - first here\n");
}

TEST_CASE("several marks share a row where they can", "[render]") {
  Marked marked("aa [[bb]] cc dd\n");
  Diagnostic one = marked.diagnostic();
  one.related.push_back({{marked.file, 0, 2}, ""});
  one.related.push_back({{marked.file, 6, 8}, "this too"});
  const std::string shared = render(std::vector<Diagnostic>{one}, marked.sources, {});
  CHECK_THAT(shared, ContainsSubstring("  | -- ^^ -- this too\n"));
  one.primary->words = "here";
  const std::string apart = render(std::vector<Diagnostic>{one}, marked.sources, {});
  CHECK_THAT(apart, ContainsSubstring("  |    ^^ here\n  | --\n  |       -- this too\n"));
}

TEST_CASE("columns are characters and tabs are blanks", "[render]") {
  CHECK_THAT(Marked("\xE4\xB8\xAD\xC3\xA9: [[\xE5\x9B\xBD\xE5\x9B\xBD]] x\n").shown(),
             ContainsSubstring("1:5\n  |\n1 | \xE4\xB8\xAD\xC3\xA9: \xE5\x9B\xBD\xE5\x9B\xBD x\n  |     ^^\n"));
  CHECK_THAT(Marked("a:\t[[b]]\tc\n").shown(), ContainsSubstring("1 | a:    b    c\n  |       ^\n"));
  CHECK_THAT(Marked("[[\t]]b: c\n").shown(), ContainsSubstring("1 |     b: c\n  | ^^^^\n"));
}

TEST_CASE("an empty span has one caret also past the end", "[render]") {
  CHECK_THAT(Marked("a:[[]]\nb: 1\n").shown(), ContainsSubstring("1:3\n  |\n1 | a:\n  |   ^\n"));
  CHECK_THAT(Marked("a: 1\n[[]]").shown(), ContainsSubstring("2:1\n  |\n2 |\n  | ^\n"));
  CHECK_THAT(Marked("[[]]").shown(), ContainsSubstring("1 |\n  | ^\n"));
}

TEST_CASE("a span of several lines shows its first and last", "[render]") {
  CHECK_THAT(Marked("a: [[{\n  x,\n  y,\n  z,\n  w}]]\n").shown(),
             ContainsSubstring("1 | a: {\n  |    ^\n...\n5 |   w}\n  |   ^^\n"));
  CHECK_THAT(Marked("[[a: 1\n]]b: 2\n").shown(), ContainsSubstring("1 | a: 1\n  | ^^^^\n"));
  CHECK_THAT(Marked("a: [[\"x\r\n  y\"]]\r\n").shown(),
             ContainsSubstring("1 | a: \"x\n  |    ^^\n2 |   y\"\n  |   ^^\n"));
}

TEST_CASE("long lines are shown around the place", "[render]") {
  const std::string text =
      Marked(std::string(500, 'x') + "[[here]]" + std::string(500, 'y')).shown({Format::text, 60, false});
  CHECK_THAT(text, ContainsSubstring("…xxx"));
  CHECK_THAT(text, ContainsSubstring("xhereyy"));
  CHECK_THAT(text, ContainsSubstring("yyy…\n"));
  const std::size_t line = text.find("1 | ");
  const std::size_t carets = text.find("^^^^\n");
  REQUIRE(carets != std::string::npos);
  const std::size_t row = text.rfind('\n', carets) + 1;
  // The sign of the cut at the left takes three bytes for one cell.
  CHECK(text.find("here") - line - 2 == carets - row);
  CHECK(text.find('\n', line) - line <= 60 + 4);
}

TEST_CASE("a span longer than the line has room for is cut", "[render]") {
  const std::string text = Marked("[[" + std::string(500, 'x') + "]]").shown({Format::text, 0, false});
  CHECK_THAT(text, ContainsSubstring("1 | " + std::string(35, 'x') + "…\n  | " + std::string(36, '^') + "\n"));
}

TEST_CASE("nothing in a file reaches the terminal as a command", "[render]") {
  const std::string text = Marked("a: [[\x1B[31m\xFF\xE2\x80\xAE\xC2\x9B]]\n").shown();
  CHECK(text.find('\x1B') == std::string::npos);
  CHECK(text.find('\xFF') == std::string::npos);
  CHECK_THAT(text, ContainsSubstring("1 | a: \xEF\xBF\xBD[31m\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\n  |    ^^^^^^^^\n"));
  const std::vector<Diagnostic> found{diagnostics::make(codes::no_rule_files, "a\nb\x1B", "c\x07")};
  CHECK(render(found, Sources(), {}) == "error[IF002]: a b\xEF\xBF\xBD\nhelp: c\xEF\xBF\xBD\n");
}

TEST_CASE("colour only repeats the words", "[render]") {
  const Marked marked("[[titel]]: x\n");
  std::string coloured = marked.shown({Format::text, 100, true});
  CHECK(coloured.find("\x1B[1;31merror[IF103]\x1B[0m") == 0);
  for (std::size_t at = coloured.find('\x1B'); at != std::string::npos; at = coloured.find('\x1B')) {
    coloured.erase(at, coloured.find('m', at) - at + 1);
  }
  CHECK(coloured == marked.shown());
}

TEST_CASE("diagnostics as JSON name places in lines and characters", "[render]") {
  Marked marked("\xC3\xA9: [[\xC3\xA9\xC3\xA9]]\n");
  Diagnostic one = marked.diagnostic("did you mean `e`?");
  one.related.push_back({{marked.file, 0, 2}, "first here"});
  const std::vector<Diagnostic> found{one, diagnostics::make(codes::no_time_zone, "no \xFF", marked.span),
                                      diagnostics::make(codes::no_rule_files, "none")};
  const auto json = nlohmann::json::parse(render(found, marked.sources, {Format::json, 100, false}));
  CHECK(json["errors"] == 2);
  CHECK(json["warnings"] == 1);
  const auto& first = json["diagnostics"][0];
  CHECK(first["code"] == "IF103");
  CHECK(first["severity"] == "error");
  CHECK(first["file"] == "rules.yaml");
  CHECK(first["line"] == 1);
  CHECK(first["column"] == 4);
  CHECK(first["end_line"] == 1);
  CHECK(first["end_column"] == 6);
  CHECK(first["message"] == "unknown key");
  CHECK(first["help"] == "did you mean `e`?");
  CHECK(first["related"][0]["end_column"] == 2);
  CHECK(first["related"][0]["message"] == "first here");
  CHECK(json["diagnostics"][1]["severity"] == "warning");
  CHECK(json["diagnostics"][1]["help"].is_null());
  CHECK(json["diagnostics"][2]["file"].is_null());
}

TEST_CASE("no diagnostics are no text and an empty list", "[render]") {
  CHECK(render(std::vector<Diagnostic>{}, Sources(), {}).empty());
  const auto json = nlohmann::json::parse(render(std::vector<Diagnostic>{}, Sources(), {Format::json, 100, false}));
  CHECK(json["diagnostics"].empty());
  CHECK(json["errors"] == 0);
}
