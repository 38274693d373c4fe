#include <algorithm>
#include <filesystem>
#include <map>
#include <ostream>
#include <set>

#include "engine/model/rulebook.h"
#include "engine/render/examples.h"
#include "tools/inforce/rules.h"

namespace inforce::cli {

namespace {

/// One name for one file, however it was written.
std::string plain_path(const Environment& environment, std::string_view path) {
  return (std::filesystem::path(environment.folder) / path).lexically_normal().string();
}

std::set<std::string> files_below(const std::vector<std::string>& roots, const Environment& environment) {
  std::set<std::string> files;
  for (const auto& root : roots) {
    for (const auto& path : environment.files.list(root).paths) files.insert(plain_path(environment, path));
  }
  return files;
}

/// The rules that a test rests on: `--rules`; else the default ones, if the named paths are part of them; else those.
std::vector<std::string> roots_for_test(const Arguments& arguments, const Environment& environment) {
  auto roots = rule_roots(arguments, environment);
  if (arguments.words.empty() || arguments.has("--rules")) return roots;
  const auto whole = files_below(roots, environment);
  const auto named = files_below(arguments.words, environment);
  const bool part = !named.empty() && std::includes(whole.begin(), whole.end(), named.begin(), named.end());
  return part ? roots : arguments.words;
}

std::optional<Timeline> open_rules_at(const std::vector<std::string>& roots, const Arguments& arguments,
                                      Environment& environment) {
  Arguments with_roots = arguments;
  with_roots.options["--rules"] = roots;
  return open_rules(with_roots, environment);
}

/// The paths on the command line under which no file of the rules stands.
std::string path_outside(const std::set<std::string>& rules, const Arguments& arguments,
                         const Environment& environment) {
  for (const auto& word : arguments.words) {
    const auto files = files_below({word}, environment);
    const bool any = std::any_of(files.begin(), files.end(), [&](const auto& file) { return rules.count(file) != 0; });
    if (!any) return word;
  }
  return {};
}

std::vector<FileOfExamples> run_examples(const Timeline& timeline, const std::set<std::string>& wanted,
                                         const Environment& environment) {
  const auto& rules = timeline.rulebook().model();
  std::vector<FileOfExamples> files;
  for (const auto& example : rules.examples) {
    const std::string path(rules.texts.path(example.span.file));
    if (wanted.count(plain_path(environment, path)) == 0) continue;
    if (files.empty() || files.back().path != path) files.push_back({path, {}});
    files.back().results.push_back(query::run_example(timeline, example));
  }
  return files;
}

std::string report_text(const std::vector<FileOfExamples>& files, const Timeline& timeline, const Arguments& arguments,
                        const Environment& environment) {
  const auto style = answer_style(arguments, environment);
  const auto& texts = timeline.rulebook().model().texts;
  return render_text::examples_text(files, texts, arguments.has("--quiet"), style);
}

int carry_out(const Arguments& arguments, Environment& environment) {
  const auto roots = roots_for_test(arguments, environment);
  const auto timeline = open_rules_at(roots, arguments, environment);
  if (!timeline) return no_answer;
  const auto rules = files_below(roots, environment);
  const auto outside = path_outside(rules, arguments, environment);
  if (!outside.empty()) {
    return wrong_usage("no file of these rules is `" + outside + "` or below it",
                       "name a file or a folder of the rules, or other rules with `--rules`", environment);
  }
  const auto files =
      run_examples(*timeline, arguments.words.empty() ? rules : files_below(arguments.words, environment), environment);
  environment.out << report_text(files, *timeline, arguments, environment);
  const bool failed = std::any_of(files.begin(), files.end(), [](const auto& file) { return file.failed() > 0; });
  return failed ? gate_closed : answered;
}

}  // namespace

const Command& test_command() {
  static const Command command{"test",
                               "[PATH]... [OPTION]...",
                               "runs the examples in rule files",
                               {},
                               0,
                               1000000,
                               {"inforce test", "inforce test rules/us/h20.yaml", "inforce test draft.yaml --rules ."},
                               carry_out};
  return command;
}

}  // namespace inforce::cli
