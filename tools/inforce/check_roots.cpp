#include "tools/inforce/check_roots.h"

#include <algorithm>

#include "tools/inforce/rules.h"

namespace inforce::cli {

namespace {

bool holds_report(const std::string& path) {
  const auto name = path.substr(path.find_last_of('/') + 1);
  return name == "timeline.yaml" || name == "timeline.yml" || name.ends_with(".timeline.yaml") ||
         name.ends_with(".timeline.yml");
}

}  // namespace

std::vector<std::string> roots_of_check(const Arguments& arguments, const Environment& environment,
                                        const std::vector<std::string>& from_settings) {
  const auto variable = environment.variables.find("INFORCE_RULES");
  const bool named = arguments.has("--rules") || (variable != environment.variables.end() && !variable->second.empty());
  auto rules = named || from_settings.empty() ? rule_roots(arguments, environment) : from_settings;
  if (arguments.words.empty()) return rules;
  auto roots = arguments.words;
  const bool reports = std::any_of(roots.begin(), roots.end(), [&](const auto& root) {
    const auto paths = environment.files.list(root).paths;
    return std::any_of(paths.begin(), paths.end(), holds_report);
  });
  if (reports || arguments.has("--rules")) roots.insert(roots.end(), rules.begin(), rules.end());
  return roots;
}

}  // namespace inforce::cli
