#include <algorithm>
#include <charconv>
#include <filesystem>
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

/// The percentage under which coverage closes the gate; empty where none is asked for. Not `ok`: it is no percentage.
struct Floor {
  std::optional<unsigned> percent;
  bool ok = true;
};

Floor coverage_floor(const Arguments& arguments) {
  if (!arguments.has("--coverage-min")) return {};
  const auto text = arguments.one("--coverage-min");
  unsigned percent = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, percent);
  if (error != std::errc() || stop != end || percent > 100) return {std::nullopt, false};
  return {percent, true};
}

CoverageReport cover(const Timeline& timeline, const std::vector<FileOfExamples>& files,
                     const std::set<std::string>& wanted, const Environment& environment) {
  const auto& rules = timeline.rulebook().model();
  std::vector<const model::Example*> examples;
  for (const auto& file : files) {
    for (const auto& result : file.results) examples.push_back(result.example);
  }
  std::vector<std::string> paths;
  for (std::uint32_t i = 0; i < rules.texts.size(); ++i) {
    const std::string path(rules.texts.path({i}));
    if (wanted.count(plain_path(environment, path)) != 0) paths.push_back(path);
  }
  return coverage_report(query::coverage_of(timeline, examples), rules, paths, examples.size());
}

std::string report_text(const std::vector<FileOfExamples>& files, const CoverageReport* coverage,
                        const Timeline& timeline, const Arguments& arguments, const Environment& environment) {
  const auto style = answer_style(arguments, environment);
  const auto& texts = timeline.rulebook().model().texts;
  if (arguments.one("--format") == "junit") return render_junit::examples_junit(files, texts);
  if (style.format == Format::json) return render_json::examples_json(files, coverage, timeline.rulebook());
  const bool quiet = arguments.has("--quiet");
  auto text = render_text::examples_text(files, texts, quiet, style);
  if (coverage == nullptr) return text;
  return text + (text.empty() ? "" : "\n") + render_text::coverage_text(*coverage, texts, quiet, style);
}

bool any_failed(const std::vector<FileOfExamples>& files) {
  return std::any_of(files.begin(), files.end(), [](const auto& file) { return file.failed() > 0; });
}

int run_and_report(const Timeline& timeline, const std::set<std::string>& wanted, const Floor& floor,
                   const Arguments& arguments, Environment& environment) {
  const auto files = run_examples(timeline, wanted, environment);
  std::optional<CoverageReport> coverage;
  if (floor.percent || arguments.has("--coverage")) coverage = cover(timeline, files, wanted, environment);
  environment.out << report_text(files, coverage ? &*coverage : nullptr, timeline, arguments, environment);
  bool closed = any_failed(files);
  if (floor.percent && coverage->percent() < *floor.percent) {
    environment.err << "coverage is " << coverage->percent() << " percent, less than " << *floor.percent << "\n";
    closed = true;
  }
  return closed ? gate_closed : answered;
}

int carry_out(const Arguments& arguments, Environment& environment) {
  const auto floor = coverage_floor(arguments);
  if (!floor.ok) {
    return wrong_usage("`--coverage-min` is `" + arguments.one("--coverage-min") + "`",
                       "it is a whole number of percent, from 0 to 100", environment);
  }
  const auto roots = roots_for_test(arguments, environment);
  const auto timeline = open_rules_at(roots, arguments, environment);
  if (!timeline) return no_answer;
  const auto rules = files_below(roots, environment);
  const auto outside = path_outside(rules, arguments, environment);
  if (!outside.empty()) {
    return wrong_usage("no file of these rules is `" + outside + "` or below it",
                       "name a file or a folder of the rules, or other rules with `--rules`", environment);
  }
  const auto wanted = arguments.words.empty() ? rules : files_below(arguments.words, environment);
  return run_and_report(*timeline, wanted, floor, arguments, environment);
}

}  // namespace

const Command& test_command() {
  static const Command command{
      "test",
      "[PATH]... [OPTION]...",
      "runs the examples in rule files",
      {{"--coverage", "", "also what of the rules no example reaches", false},
       {"--coverage-min", "PERCENT", "exit status 1 where less is covered", false}},
      0,
      1000000,
      {"inforce test", "inforce test rules/us/h20.yaml", "inforce test draft.yaml --rules .",
       "inforce test --format junit > examples.xml", "inforce test --coverage"},
      carry_out,
      nullptr,
      "Paths limit which examples run. The rules are those of --rules, else the default ones if the paths are part\n"
      "of them, else the paths themselves. --format takes text, json or junit.\n",
      {"text", "json", "junit"}};
  return command;
}

}  // namespace inforce::cli
