// The rule set while it is being checked: the trees of all files, the names they define, and the findings so far.
// All parts of `check` share one `Draft`.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/diagnostics/report.h"
#include "engine/model/rulebook.h"
#include "engine/syntax/document.h"
#include "inforce/diagnostic.h"
#include "inforce/source.h"

namespace inforce::check {

struct File {
  FileId id;
  syntax::Node root;
  const syntax::Node* defaults = nullptr;
  std::optional<Span> without_zone;  ///< The first record that has no time zone (IF801).
};

/// A record where it stands: its id, and the map that tells it.
struct Entry {
  std::string_view id;
  Span at;
  const syntax::Node* body = nullptr;  ///< Null where it is no map; that has been reported.
  File* file = nullptr;
};

/// The namespaces of a rule set. Restrictions, authorizations and groups are sections of one.
enum class Section : std::uint8_t {
  authority,
  source,
  regime,
  attribute,
  item,
  group,
  restriction,
  authorization,
  event,
  calendar,
  gazette
};
inline constexpr std::size_t section_count = 11;

/// `a restriction`, and so on.
[[nodiscard]] std::string_view to_string(Section section);

/// The records of one section. After `sort_names` sorted by id, each id once; the index of an entry is its number.
struct Table {
  std::vector<Entry> entries;
  std::vector<std::string_view> ids;
  std::unordered_map<std::string_view, std::uint32_t> numbers;

  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const {
    const auto at = numbers.find(id);
    return at == numbers.end() ? std::nullopt : std::optional(at->second);
  }
};

/// Who is enlisted somewhere: one for each `group/member`, with every place that says so, in order of events.
struct MemberDraft {
  std::string id;
  std::string_view group;
  std::string_view member;
  Span at;
  std::vector<const syntax::Node*> maps;  ///< Where the member is told by a map.
};

struct Draft {
  explicit Draft(Sources& all) : sources(all) {}

  Sources& sources;
  std::vector<Diagnostic> found;
  std::deque<File> files;
  bool complete = true;  ///< All files could be read and taken apart; else a name that is nowhere may yet be defined.
  std::array<Table, section_count> tables;
  std::vector<std::string_view> measure_ids;                        ///< Of restrictions, authorizations and groups.
  std::deque<MemberDraft> members;                                  // sorted by id
  std::unordered_map<std::string_view, model::MeasureId> measures;  ///< Restrictions, authorizations and members.
  std::vector<std::uint8_t> written_dates;     ///< For each event, a bit for each `model::Field` that is written.
  std::vector<const syntax::Node*> tests;      ///< The `tests` lists of all files.
  std::vector<const syntax::Node*> timelines;  ///< The `timeline` maps of all files.
  model::Rulebook book;

  [[nodiscard]] Table& operator[](Section section) { return tables[static_cast<std::size_t>(section)]; }

  /// Also gives what was added, for `related` places.
  Diagnostic& report(Code code, std::string message, Span at, std::string help = {}) {
    return found.emplace_back(diagnostics::make(code, std::move(message), at, std::move(help)));
  }

  /// Whether so many candidates for a suggestion may still be looked at; all that is spent in a run is bounded.
  [[nodiscard]] bool afford(std::size_t candidates);

  /// "did you mean", where that can be afforded.
  [[nodiscard]] std::string did_you_mean(std::string_view seen, std::span<const std::string_view> candidates);

  /// The zone of that name, each looked up once.
  [[nodiscard]] std::optional<calendar::Zone> zone(std::string_view name);

 private:
  std::size_t suggestion_work_ = 2'000'000;
  std::unordered_map<std::string_view, std::optional<calendar::Zone>> zones_;
};

/// `a`, `b`, `c`: for messages.
[[nodiscard]] std::string quoted(std::string_view text);

}  // namespace inforce::check
