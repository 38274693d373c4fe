#include "engine/diagnostics/report.h"

#include <algorithm>
#include <ostream>

#include "engine/model/sha256.h"
#include "tools/inforce/evidence.h"
#include "tools/inforce/output.h"
#include "tools/inforce/report_request.h"

namespace inforce::cli {

namespace {

/// Here `--evidence` names the folder, so what it says elsewhere has a name of its own.
std::vector<Option> options() {
  auto all = with_report_options(
      {{"--evidence", "DIR", "the folder to write, whole or not at all; it must not be there, or be empty", false}});
  for (auto& option : all) {
    if (option.name == "--evidence" && option.value != "DIR") {
      option = {"--official", "", "leave out what rests on reports alone", false};
    }
  }
  return all;
}

Arguments asked_by(const Arguments& arguments) {
  auto asked = arguments;
  asked.options.erase("--evidence");
  if (asked.has("--official")) asked.options["--evidence"] = {"official"};
  return asked;
}

/// What SOURCE_DATE_EPOCH says, as a moment; empty where it is not set. Nothing where it is not understood, which has
/// been said.
std::optional<std::string> created(Environment& environment) {
  constexpr long long last_second = 253402300799;  // of the year 9999
  const auto found = environment.variables.find("SOURCE_DATE_EPOCH");
  if (found == environment.variables.end() || found->second.empty()) return std::string{};
  const auto& text = found->second;
  const bool digits = text.size() <= 12 && text.find_first_not_of("0123456789") == std::string::npos;
  if (digits && std::stoll(text) <= last_second) return to_string(Moment{std::chrono::seconds{std::stoll(text)}});
  wrong_usage("`SOURCE_DATE_EPOCH` is `" + text + "`", "it counts the seconds since 1970, such as 1735689600",
              environment);
  return std::nullopt;
}

/// Whether a pack can be made there; before any work is done.
bool is_free(const std::string& folder, Environment& environment) {
  if (!environment.look_into || environment.look_into(folder).entries.empty()) return true;
  const std::vector<Diagnostic> found{
      diagnostics::make(codes::unwritable_file, "cannot write `" + folder + "`: it is a folder that holds something",
                        "name another folder, or remove this one first")};
  say_errors(found, Sources{}, Arguments{}, environment);
  return false;
}

int write(const std::string& folder, std::vector<render_evidence::PackFile> pack, const Arguments& arguments,
          Environment& environment) {
  FolderFiles files;
  std::size_t bytes = 0;
  std::string sum;
  for (auto& file : pack) {
    bytes += file.text.size();
    if (file.path == render_evidence::sums_path) sum = model::sha256_hex(file.text);
    files.emplace_back(std::move(file.path), std::move(file.text));
  }
  const auto unwritten = environment.make_folder ? environment.make_folder(folder, files)
                                                 : Unwritten{folder, "folders cannot be written here"};
  if (!unwritten.why.empty()) return say_unwritten(unwritten.path, unwritten.why, environment);
  environment.out << "sha256:" << sum << "\n";
  if (!arguments.has("--quiet")) {
    environment.err << "`" << folder << "` holds " << files.size() << " files, " << bytes << " bytes; its sum is"
                    << " that of its SHA256SUMS\n";
  }
  return answered;
}

int carry_out(const Arguments& arguments, Environment& environment) {
  const auto folder = arguments.one("--evidence");
  if (folder.empty()) {
    return wrong_usage("`report` needs `--evidence DIR`", "`inforce timeline` writes one document", environment);
  }
  if (folder == "official") {
    return wrong_usage("`--evidence official` names no folder",
                       "`--official` leaves out what rests on reports alone; `./official` is a folder", environment);
  }
  const auto moment = created(environment);
  auto said = moment ? said_of_report(asked_by(arguments), environment) : std::nullopt;
  if (!said || !is_free(folder, environment)) return no_answer;
  Progress progress(arguments, environment);
  auto rules = rules_for_pack(rule_roots(arguments, environment), said->definition, arguments, environment, progress);
  if (!rules) return no_answer;
  const PackOrder order{std::move(*said), std::move(*rules), render_evidence::report_paths(), *moment};
  Sources sources;
  auto pack = make_pack(order, sources, progress);
  progress.done();
  if (!pack) return say_errors(pack.diagnostics(), sources, arguments, environment);
  return write(folder, std::move(pack).value(), arguments, environment);
}

}  // namespace

const Command& report_command() {
  static const Command command{
      "report",
      "FILE|ID... --evidence DIR [OPTION]...",
      "an evidence pack: a timeline report with all that it follows from, for `verify`",
      options(),
      1,
      1000000,
      {"inforce report timelines/nvidia-h20/timeline.yaml --evidence h20",
       "inforce report us-h20-licence --known 2025-04-20 --evidence h20-as-known", "cd h20 && sha256sum -c SHA256SUMS"},
      carry_out,
      nullptr,
      "The folder holds the report as HTML, JSON, Markdown, CSV, a calendar and a workbook; the rule files and the "
      "definition, byte\n"
      "for byte; MANIFEST.json, with the question, the digest of the rules, the versions and the SHA-256 of each\n"
      "file; and SHA256SUMS. It names no place on this machine and no clock: the same rules, question and versions "
      "give the\n"
      "same bytes anywhere. Where SOURCE_DATE_EPOCH is set, the manifest says so as `created`.\n",
      {"text"}};
  return command;
}

}  // namespace inforce::cli
