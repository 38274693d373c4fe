// What completion offers: keys, words, names and values, each once.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "tools/inforce/lsp/cursor.h"
#include "tools/inforce/lsp/json.h"
#include "tools/inforce/lsp/workspace.h"

namespace inforce::lsp {

/// CompletionItemKind of the protocol.
enum class OfferKind : int { attribute = 5, key = 10, word = 12, keyword = 14, name = 18 };

class Offers {
 public:
  using Siblings = std::map<std::string, std::string, std::less<>>;

  explicit Offers(const RuleSet& set) : set_(set) {}

  void key(const check::FieldRule& field);
  /// What the value of a field, or an item of it, may be.
  void field(const check::RecordRule& rule, const check::FieldRule& field, const Cursor& cursor);
  /// Names of a kind that go with `key`; all, where it is empty.
  void names(Kind kind, std::string_view key, const Cursor& cursor);
  /// The attributes that `vocabulary` declares, but for those that are there.
  void attributes(const Siblings& but);
  /// Values of an attribute: those declared or used, countries, items.
  void values(const std::string& attribute);
  /// Members of the group that the effect names.
  void members(const Cursor& cursor);

  [[nodiscard]] Json list(Range replaced, std::size_t most) const;

 private:
  struct Offer {
    OfferKind kind = OfferKind::word;
    std::string detail;
    std::string text;  ///< What is put in; the label, where empty.
  };
  void add(const std::string& label, OfferKind kind, std::string detail = {}, std::string text = {});
  void words(std::span<const std::string_view> words, std::string_view detail);
  void date(const std::string& before, std::string_view key);
  void condition(const std::string& before);
  void calendars();
  void groups();
  void members_of(std::string_view group, bool with_group);

  const RuleSet& set_;
  std::map<std::string, Offer> offers_;
};

}  // namespace inforce::lsp
