// Any bytes, as settings, as a baseline and as a comment in a rule file, are understood or refused with a place.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/lint/settings_file.h"
#include "inforce/inforce.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  inforce::Sources sources;
  std::vector<inforce::Diagnostic> found;
  const auto settings = inforce::lint::read_settings(sources, sources.add("inforce.toml", text), found);
  if (settings.has_value() != found.empty()) std::abort();
  const auto baseline = inforce::read_baseline(sources, sources.add("baseline.json", text));
  if (!baseline && baseline.diagnostics().empty()) std::abort();

  inforce::CheckSettings by;
  if (settings) by.rules = settings->rules;
  by.baseline = inforce::Baseline{baseline ? *baseline : std::vector<inforce::BaselineEntry>{}, "/work", false};
  by.working_folder = "/work";
  const std::string line = "inforce: 1 # inforce: ignore" + text.substr(0, text.find_first_of("\r\n")) + "\n";
  const auto files = inforce::memory_files({{"a.yaml", line}, {"b.yaml", text}});
  const auto report = inforce::check(*files, std::vector<std::string>{"."}, by, sources);
  found.insert(found.end(), report.found.begin(), report.found.end());
  for (const auto& one : found) {
    if (one.primary && one.primary->span.end > sources.text(one.primary->span.file).size()) std::abort();
  }
  return inforce::render(found, sources, {}).empty() && !found.empty() ? -1 : 0;
}
