#include <ostream>

#include "engine/diagnostics/report.h"
#include "tools/inforce/evidence.h"
#include "tools/inforce/rules.h"

namespace inforce::cli {

namespace {

int verify_file(const std::string& path, const Arguments& arguments, Environment& environment) {
  const auto file = environment.files.read(path);
  if (!file.error.empty()) {
    const std::vector<Diagnostic> found{
        diagnostics::make(codes::unreadable_file, "cannot read `" + path + "`: " + file.error)};
    return say_errors(found, Sources{}, arguments, environment);
  }
  const auto timeline = open_rules(arguments, environment);
  if (!timeline) return no_answer;
  const auto verification = verify(file.text, *timeline);
  environment.out << render(verification, answer_style(arguments, environment));
  return verification.outcome == Verification::Outcome::same ? answered : gate_closed;
}

int carry_out(const Arguments& arguments, Environment& environment) {
  const auto& path = arguments.words.front();
  if (environment.look_into) {
    const auto listing = environment.look_into(path);
    if (listing.is_folder) return verify_pack(path, listing, arguments, environment);
  }
  return verify_file(path, arguments, environment);
}

}  // namespace

const Command& verify_command() {
  static const Command command{
      "verify",
      "FILE|DIR [OPTION]...",
      "whether a certificate, or an evidence pack, is what the rules still say, byte for byte",
      {},
      1,
      1,
      {"inforce verify h20.json", "inforce verify h20.json --rules rules --json", "inforce verify h20",
       "inforce verify h20 --rules rules"},
      carry_out,
      nullptr,
      "It prints `same`, with exit status 0, only where every byte is what `certify` would write now. Else the exit\n"
      "status is 1, and it says which:\n"
      "  DIFFERS     the file is intact, and the rules, a version or the answer is another now. Each place that\n"
      "              differs is shown; where only rules or versions do, it says that the answer is the same.\n"
      "  UNANSWERED  the file is intact, and these rules cannot answer its question.\n"
      "  REFUSED     the file is no certificate, or a byte of it was changed.\n"
      "With --json `same_answer` tells whether the answer itself still stands. The sum in a certificate shows that\n"
      "it was damaged, not who wrote it; that its answer follows from the rules is shown by asking again.\n\n"
      "A folder is an evidence pack, as `report` writes it. Every file is compared with the sum that the manifest\n"
      "names; then the question is asked again of the pack's own rule files, and the report that follows is compared\n"
      "byte for byte. With --rules it is asked of those rules too: whether they still give the same answer.\n"};
  return command;
}

}  // namespace inforce::cli
