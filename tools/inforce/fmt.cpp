#include <algorithm>
#include <istream>
#include <iterator>
#include <ostream>
#include <set>

#include "engine/diagnostics/report.h"
#include "engine/syntax/layout.h"
#include "tools/inforce/lsp/documents.h"
#include "tools/inforce/modeline.h"
#include "tools/inforce/output.h"
#include "tools/inforce/rules.h"
#include "tools/inforce/unified_diff.h"

namespace inforce::cli {

namespace {

/// One run over some files: what it found, and what became of them.
class Layout {
 public:
  Layout(const Arguments& arguments, Environment& environment) : arguments_(arguments), environment_(environment) {}

  int files(const std::vector<std::string>& roots) {
    const std::set<std::string> named(roots.begin(), roots.end());
    bool some = false;
    const auto paths = paths_below(roots);
    for (const auto& path : paths) {
      auto content = environment_.files.read(path);
      if (!content.error.empty()) {
        cannot_read(path, content.error);
      } else if (named.count(path) == 0 && !lsp::looks_like_rules(content.text)) {
        continue;  // Of another program: what was not named is left alone.
      } else {
        some = true;
        if (const auto text = laid_out(path, content.text)) take(path, content.text, *text);
      }
    }
    if (!some && found_.empty()) {
      found_.push_back(diagnostics::make(codes::no_rule_files, "there is no rule file to lay out"));
    }
    if (!arguments_.has("--quiet")) environment_.err << summary();
    return finish();
  }

  int standard_input() {
    std::string before;
    if (environment_.in != nullptr) before.assign(std::istreambuf_iterator<char>(*environment_.in), {});
    const auto name = arguments_.has("--stdin-name") ? arguments_.one("--stdin-name") : std::string("-");
    if (const auto text = laid_out(name, before)) {
      if (!only_shows()) environment_.out << *text;
      if (only_shows()) take(name, before, *text);
    }
    return finish();
  }

 private:
  [[nodiscard]] bool only_shows() const { return arguments_.has("--check") || arguments_.has("--diff"); }

  void cannot_read(const std::string& path, const std::string& why) {
    found_.push_back(diagnostics::make(codes::unreadable_file, "cannot read `" + path + "`: " + why));
  }

  std::vector<std::string> paths_below(const std::vector<std::string>& roots) {
    std::vector<std::string> paths;
    for (const auto& root : roots) {
      auto listing = environment_.files.list(root);
      if (!listing.error.empty()) cannot_read(root, listing.error);
      std::move(listing.paths.begin(), listing.paths.end(), std::back_inserter(paths));
    }
    std::sort(paths.begin(), paths.end());
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
    return paths;
  }

  std::optional<std::string> laid_out(const std::string& path, const std::string& before) {
    auto text = syntax::canonical_layout(sources_, sources_.add(path, before), found_);
    if (!text || !arguments_.has("--add-modeline") || has_modeline(*text)) return text;
    auto schema = arguments_.has("--schema") ? arguments_.one("--schema") : schema_near(path, environment_);
    if (!schema) {
      found_.push_back(diagnostics::make(codes::bad_usage,
                                         "no `inforce.schema.json` lies beside or above `" + path + "`",
                                         "name the schema with `--schema PATH`"));
      return std::nullopt;
    }
    return modeline(path, *schema, environment_) + *text;
  }

  void take(const std::string& path, const std::string& before, const std::string& after) {
    if (before == after) {
      ++alike_;
      return;
    }
    ++changed_;
    if (arguments_.has("--diff")) {
      environment_.out << unified_diff(path, before, after);
    } else if (arguments_.has("--check")) {
      environment_.out << path << " would change\n";
    } else if (write_file(path, after, environment_) != answered) {
      unwritten_ = true;
      --changed_;
    }
  }

  [[nodiscard]] std::string summary() const {
    const auto files = [](std::size_t count) { return std::to_string(count) + (count == 1 ? " file" : " files"); };
    return files(changed_) + (only_shows() ? " would change, " : " laid out anew, ") + files(alike_) + " as before.\n";
  }

  int finish() {
    diagnostics::sort(found_, sources_);
    if (!found_.empty()) return say_errors(found_, sources_, arguments_, environment_);
    if (unwritten_) return no_answer;
    return only_shows() && changed_ > 0 ? gate_closed : answered;
  }

  const Arguments& arguments_;
  Environment& environment_;
  Sources sources_;
  std::vector<Diagnostic> found_;
  std::size_t changed_ = 0;
  std::size_t alike_ = 0;
  bool unwritten_ = false;
};

int carry_out(const Arguments& arguments, Environment& environment) {
  const auto& words = arguments.words;
  if (std::find(words.begin(), words.end(), "-") != words.end()) {
    if (words.size() == 1) return Layout(arguments, environment).standard_input();
    return wrong_usage("`-` stands beside other paths", "standard input is laid out alone", environment);
  }
  const auto roots = words.empty() ? rule_roots(arguments, environment) : words;
  const auto& installed = environment.installed_rules;
  if (words.empty() && !installed.empty() && roots == std::vector<std::string>{installed}) {
    return wrong_usage("no rules are near", "name the files or folders to lay out", environment);
  }
  return Layout(arguments, environment).files(roots);
}

}  // namespace

const Command& fmt_command() {
  static const Command command{
      "fmt",
      "[PATH|-]... [OPTION]...",
      "the canonical layout of rule files, comments kept",
      {{"--check", "", "write nothing; exit status 1 where a file would change", false},
       {"--diff", "", "write nothing; show what would change; exit status 1 where a file would", false},
       {"--add-modeline", "", "begin each file with the line that tells editors where its schema is", false},
       {"--schema", "PATH", "that schema; without it the nearest inforce.schema.json beside or above the file", false},
       {"--stdin-name", "NAME", "what standard input (-) is called in messages", false}},
      0,
      1000000,
      {"inforce fmt", "inforce fmt --check rules/", "inforce fmt - < draft.yaml"},
      carry_out,
      nullptr,
      "The order of keys, flow or block style, breaks in folded text and single blank lines stay as written. Made\n"
      "alike are indentation, blanks, needless quotes, line ends, and folded text wider than 120 columns. No value\n"
      "changes: each file is compared before it is written, whole or not at all. A file that is no YAML is reported\n"
      "and left alone, with exit status 2; the others are laid out. Below a folder, files without `inforce:` are those "
      "of\n"
      "other programs, and left alone.\n",
      {"text"}};
  return command;
}

}  // namespace inforce::cli
