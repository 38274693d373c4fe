// Where every name of a rule set is written: read off the trees of the files by the tables of records, so that it works
// where the rules have errors.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/syntax/document.h"
#include "inforce/source.h"
#include "tools/inforce/lsp/records.h"

namespace inforce::lsp {

/// What a name stands for. Members of groups are values of the attribute of their group.
struct Symbol {
  Kind kind = Kind::none;
  std::string id;
  friend auto operator<=>(const Symbol&, const Symbol&) = default;
};

/// A place where a name is written, whole: no quotes, and nothing of what stands around it.
struct Occurrence {
  Kind kind = Kind::none;
  std::string id;  ///< Of a member: `group/member`.
  Span span;
  bool defines = false;
  const syntax::Node* body = nullptr;       ///< Of a definition: the map that tells it, where there is one.
  const check::RecordRule* rule = nullptr;  ///< Of a definition: what the map is.
};

/// A key with its value.
struct Place {
  const check::RecordRule* rule = nullptr;
  const check::FieldRule* field = nullptr;  ///< Null for an attribute.
  const syntax::Node::Entry* entry = nullptr;
  std::string_view event;    ///< The id of the event that it stands in, or empty.
  std::string_view measure;  ///< In an effect: what it acts on.
};

/// One file. Its spans point into `texts`.
struct FileIndex {
  std::string path;
  Sources texts;
  FileId id;
  bool whole = false;  ///< The text could be read as YAML.
  std::optional<syntax::Node> root;
  std::vector<Occurrence> occurrences;          ///< In order of place.
  std::vector<Place> places;                    ///< In order of place.
  std::shared_ptr<const FileIndex> last_whole;  ///< Where this one is not: how it was before, if ever it was.

  [[nodiscard]] std::string_view text() const { return texts.text(id); }
  [[nodiscard]] const FileIndex& best() const { return whole || !last_whole ? *this : *last_whole; }
  /// The occurrence that covers the offset or ends there; null where there is none. The narrowest wins.
  [[nodiscard]] const Occurrence* at(std::size_t offset) const;
  /// The key or the scalar value at the offset.
  [[nodiscard]] const Place* place_at(std::size_t offset) const;
};

[[nodiscard]] std::shared_ptr<FileIndex> index_of(std::string path, std::string text);

class RuleIndex {
 public:
  /// Takes in the texts of the files, given as sorted paths; those that have not changed are not read again.
  void update(const Sources& sources, const std::vector<std::string>& paths);

  struct Found {
    const FileIndex* file = nullptr;
    const Occurrence* occurrence = nullptr;
  };

  [[nodiscard]] const FileIndex* file(const std::string& path) const;
  [[nodiscard]] const std::map<std::string, std::shared_ptr<FileIndex>>& files() const { return files_; }
  [[nodiscard]] Symbol symbol_of(const Occurrence& occurrence) const;
  /// Definitions first, then by path and place.
  [[nodiscard]] std::vector<Found> all(const Symbol& symbol) const;
  [[nodiscard]] std::optional<Found> definition(const Symbol& symbol) const;
  /// All definitions of a kind, by id; each id once.
  [[nodiscard]] std::map<std::string, Found> defined(Kind kind) const;
  /// The attribute of a group; empty where it is not known.
  [[nodiscard]] std::string attribute_of(std::string_view group) const;

 private:
  std::map<std::string, std::shared_ptr<FileIndex>> files_;
  std::map<std::string, std::string, std::less<>> attributes_;  // by group
};

/// The text of a scalar under `key` of a map, or empty.
[[nodiscard]] std::string_view text_under(const syntax::Node* map, std::string_view key);

/// The title, or the name, of a record; empty where it has none.
[[nodiscard]] std::string title_of(const syntax::Node* body);

}  // namespace inforce::lsp
