#include "engine/render/impact.h"

#include <ostream>

#include "tools/inforce/question.h"
#include "tools/inforce/revisions.h"

namespace inforce::cli {

namespace {

/// One version of the rules, as asked for.
struct Side {
  std::string name;
  std::optional<Timeline> timeline;
};

bool is_path(const Environment& environment, const std::string& name) {
  const auto listing = environment.files.list(name);
  return listing.error.empty() && !listing.paths.empty();
}

/// Whose errors they are stands before them.
std::optional<Timeline> compiled(const std::string& name, const FileReader& files,
                                 const std::vector<std::string>& roots, const Arguments& arguments,
                                 Environment& environment) {
  Sources sources;
  const auto say = [&](const std::vector<Diagnostic>& found) {
    environment.err << "the rules of " << name << " cannot be used\n";
    say_errors(found, sources, arguments, environment);
  };
  const auto rulebook = load(files, roots, sources);
  if (!rulebook) {
    say(rulebook.diagnostics());
    return std::nullopt;
  }
  auto timeline = compile(*rulebook);
  if (!timeline) {
    say(timeline.diagnostics());
    return std::nullopt;
  }
  return std::move(timeline).value();
}

Side open_side(const std::string& wanted, const Arguments& arguments, Environment& environment) {
  const auto roots = rule_roots(arguments, environment);
  if (wanted.empty()) {
    return {"the working files", compiled("the working files", environment.files, roots, arguments, environment)};
  }
  const auto quoted = "`" + wanted + "`";
  if (is_path(environment, wanted)) {
    return {wanted, compiled(quoted, environment.files, {wanted}, arguments, environment)};
  }
  auto revision = read_revision(wanted, roots, environment.folder);
  if (!revision.error.empty()) {
    wrong_usage(revision.error, revision.help, environment);
    return {wanted, std::nullopt};
  }
  const auto files = memory_files(std::move(revision.files));
  return {wanted, compiled(quoted, *files, revision.roots, arguments, environment)};
}

std::string report_text(const ImpactReport& report, const Arguments& arguments, const Environment& environment) {
  const auto style = answer_style(arguments, environment);
  if (style.format == Format::json) return render_json::impact_json(report);
  if (arguments.one("--format") == "md") return render_markdown::impact_markdown(report);
  return render_text::impact_text(report, style);
}

int carry_out(const Arguments& arguments, Environment& environment) {
  const auto query = QuestionReader(arguments, environment).finished({});
  if (!query) return no_answer;
  const auto from = open_side(arguments.has("--from") ? arguments.one("--from") : "HEAD", arguments, environment);
  const auto to = open_side(arguments.one("--to"), arguments, environment);
  if (!from.timeline || !to.timeline) return no_answer;
  const ImpactReport report{from.name, to.name, query::impact_of(*from.timeline, *to.timeline, query->facts)};
  environment.out << report_text(report, arguments, environment);
  return arguments.has("--fail-on-change") && !report.impact.answers.empty() ? gate_closed : answered;
}

}  // namespace

const Command& impact_command() {
  static const Command command{
      "impact",
      "[--from REV|PATH] [--to REV|PATH] [OPTION]...",
      "which answers change between two versions of the rules",
      {{"--from", "REV|PATH", "the rules before: a git revision, or a file or folder; HEAD without it", false},
       {"--to", "REV|PATH", "the rules after; the working files without it", false},
       with_option(),
       {"--fail-on-change", "", "exit status 1 where an answer changes", false}},
      0,
      0,
      {"inforce impact", "inforce impact --from main --format md", "inforce impact --from origin/main:rules --to HEAD",
       "inforce impact --from old --to new --with item=H20,destination=CN"},
      carry_out,
      nullptr,
      "A name that is no file or folder is a revision; `REV:PATH` says where in it the rules are. Compared are the\n"
      "cases of all examples of both versions and cases in the scopes of what differs, on every day on which an\n"
      "answer may change, with all that is recorded; with --with, that case alone. --format takes text, md or json.\n",
      {"text", "md", "json"}};
  return command;
}

}  // namespace inforce::cli
