#include <ostream>

#include "engine/diagnostics/report.h"
#include "tools/inforce/rules.h"

namespace inforce::cli {

namespace {

std::string nearest_code(const std::string& seen) {
  std::vector<std::string> texts;
  for (const auto& info : all_codes()) texts.push_back(to_string(info.code));
  std::vector<std::string_view> candidates(texts.begin(), texts.end());
  for (const auto& info : all_codes()) candidates.push_back(info.name);
  return diagnostics::did_you_mean(seen, candidates);
}

int carry_out(const Arguments& arguments, Environment& environment) {
  const auto& word = arguments.words.front();
  const auto info = find_code(word);
  if (!info) {
    const std::vector<Diagnostic> found{
        diagnostics::make(codes::unknown_code, "no diagnostic has the code `" + word + "`", nearest_code(word))};
    return say_errors(found, Sources{}, arguments, environment);
  }
  environment.out << info->page;
  if (info->page.empty() || info->page.back() != '\n') environment.out << "\n";
  return answered;
}

}  // namespace

const Command& explain_command() {
  static const Command command{
      "explain", "CODE", "what a diagnostic means, with an example and a remedy", {}, 1, 1, {"inforce explain IF203"},
      carry_out};
  return command;
}

}  // namespace inforce::cli
