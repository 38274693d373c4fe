#include <algorithm>
#include <filesystem>
#include <istream>
#include <sstream>

#include "tools/inforce/check_settings.h"
#include "tools/inforce/lsp/serve.h"
#include "tools/inforce/rules.h"

namespace inforce::cli {

namespace {

/// As `inforce check` finds it, started in that folder.
lsp::Findings findings(const FileReader& files, const std::vector<std::string>& roots, const std::string& folder,
                       Sources& sources, const Arguments& arguments, const Environment& environment) {
  std::ostringstream out;
  std::ostringstream err;
  Environment there{
      out, err, environment.files, environment.today, environment.variables, folder, environment.installed_rules};
  lsp::Findings result;
  auto settings = check_settings(arguments, there);
  if (!settings) {
    result.problem = err.str();
    settings = CheckSettings{};
    settings->today = environment.today();
  }
  auto report = check(files, roots, *settings, sources);
  result.found = std::move(report.found);
  result.files = std::move(report.files);
  result.timeline = std::move(report.timeline);
  return result;
}

std::vector<std::string> yaml_files_in(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code error;
  for (std::filesystem::directory_iterator next(folder, error), end; !error && next != end; next.increment(error)) {
    const auto extension = next->path().extension();
    if (extension == ".yaml" || extension == ".yml") files.push_back(next->path().generic_string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

int carry_out(const Arguments& arguments, Environment& environment) {
  if (environment.in == nullptr) return wrong_usage("there is no standard input", "an editor starts it", environment);
  lsp::Host host{environment.files,
                 environment.today,
                 environment.folder,
                 version(),
                 [&](const FileReader& files, const std::vector<std::string>& roots, const std::string& folder,
                     Sources& sources) { return findings(files, roots, folder, sources, arguments, environment); },
                 yaml_files_in};
  return lsp::serve(*environment.in, environment.out, std::move(host));
}

}  // namespace

const Command& lsp_command() {
  static const Command command{
      "lsp",
      "[--stdio]",
      "serves editors: findings, completion and more while rule files are written",
      {{"--stdio", "", "over standard input and output, which is the only way there is", false}},
      0,
      0,
      {"inforce lsp"},
      carry_out,
      nullptr,
      "An editor starts it and speaks the Language Server Protocol with it; tools/editors/README.md says how.\n"
      "Findings are those of `inforce check`. The exit status is 0 after `shutdown` and `exit`, else 1.\n"};
  return command;
}

}  // namespace inforce::cli
