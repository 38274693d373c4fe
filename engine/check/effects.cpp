// Effects: one verb each, the keys that go with it, and the measure or group that it names (S4, S5).
#include <array>

#include "engine/check/conditions.h"
#include "engine/check/names.h"
#include "engine/check/stages.h"

namespace inforce::check {
namespace {

using model::Effect;
using model::MeasureId;
using model::Verb;
using syntax::Node;

constexpr std::size_t verb_count = 8;

/// Which keys go with a verb; `effective` goes with all.
struct VerbKeys {
  bool ends, compliance, what, members, scope, attributes;
};
constexpr std::array<VerbKeys, verb_count> keys_of_verbs = {{
    {true, true, false, false, false, true},     // impose
    {false, false, false, false, false, false},  // lift
    {true, false, false, false, false, false},   // suspend
    {false, false, false, false, false, false},  // resume
    {true, false, true, false, false, false},    // extend
    {false, true, false, false, true, true},     // amend
    {true, false, false, true, false, true},     // enlist
    {false, false, false, true, false, false},   // delist
}};

bool acts_on_group(Verb verb) { return verb == Verb::enlist || verb == Verb::delist; }

class EffectDecoder {
 public:
  EffectDecoder(Draft& draft, model::EventId event, const DateContext& context, const Node& body)
      : draft_(draft),
        context_(context),
        at_(body.entries.empty() ? body.span : body.entries.front().key.span),
        fields_(draft, effect_rule(), body, at_) {
    effect_.event = event;
  }

  void decode() {
    const auto verb = find_verb();
    if (!verb) return;
    effect_.verb = *verb;
    check_keys();
    check_needs();
    effect_.effective = date("effective");
    effect_.through = date("through");
    effect_.before = date("before");
    effect_.compliance = date("compliance");
    effect_.of_suspension = fields_.text("what") == "suspension";
    effect_.scope = scope_in(draft_, fields_["scope"]);
    if (keys().attributes) effect_.attributes = attributes_in(draft_, effect_rule(), fields_);
    const Node* named = fields_[to_string(*verb)];
    if (named == nullptr) return;
    effect_.span = named->span;
    if (acts_on_group(*verb)) {
      add_members(*named);
    } else {
      add_single(*named);
    }
  }

 private:
  [[nodiscard]] const VerbKeys& keys() const { return keys_of_verbs[static_cast<std::size_t>(effect_.verb)]; }

  std::optional<model::DateExpression> date(std::string_view name) {
    const Node* value = fields_[name];
    return value != nullptr ? date_in(draft_, *value, context_) : std::nullopt;
  }

  std::optional<Verb> find_verb() {
    std::vector<Verb> verbs;
    for (std::size_t i = 0; i < verb_count; ++i) {
      if (fields_.key(to_string(static_cast<Verb>(i))) != nullptr) verbs.push_back(static_cast<Verb>(i));
    }
    if (verbs.size() == 1) return verbs.front();
    if (verbs.empty()) {
      report_no_verb();
    } else {
      const Node& second = *fields_.key(to_string(verbs[1]));
      draft_.report(
          codes::not_one_verb,
          "an effect has one verb, not " + quoted(to_string(verbs[0])) + " and " + quoted(to_string(verbs[1])),
          second.span, "write an effect for each");
    }
    return std::nullopt;
  }

  void report_no_verb() {
    std::array<std::string_view, verb_count> words;
    for (std::size_t i = 0; i < verb_count; ++i) words[i] = to_string(static_cast<Verb>(i));
    for (const Node::Entry* other : fields_.others()) {
      const std::string near = draft_.did_you_mean(other->key.text, words);
      if (near.empty() || is_effect_attribute(draft_, other->key.text)) continue;
      draft_.report(codes::not_one_verb, "an effect has no verb " + quoted(other->key.text), other->key.span, near);
      return;
    }
    draft_.report(codes::not_one_verb, "the effect has no verb", at_,
                  "one of `impose`, `lift`, `suspend`, `resume`, `extend`, `amend`, `enlist`, `delist`");
  }

  void refuse(bool allowed, const Node* key) {
    if (allowed || key == nullptr) return;
    draft_.report(codes::key_not_for_verb, quoted(key->text) + " does not go with " + quoted(to_string(effect_.verb)),
                  key->span);
  }

  void check_keys() {
    refuse(keys().ends, fields_.key("through"));
    refuse(keys().ends, fields_.key("before"));
    refuse(keys().compliance, fields_.key("compliance"));
    refuse(keys().what, fields_.key("what"));
    refuse(keys().members, fields_.key("members"));
    refuse(keys().scope, fields_.key("scope"));
    if (keys().attributes) return;
    for (const Node::Entry* other : fields_.others()) {
      if (is_effect_attribute(draft_, other->key.text)) {
        refuse(false, &other->key);
      } else {
        report_unknown_key(draft_, effect_rule(), *other);
      }
    }
  }

  void check_needs() {
    const Node* through = fields_.key("through");
    const Node* before = fields_.key("before");
    if (through != nullptr && before != nullptr) {
      draft_.report(codes::two_ends, "an effect has one end, `through` or `before`", before->span)
          .related.push_back({through->span, "the other end"});
    }
    const Verb verb = effect_.verb;
    if (verb == Verb::extend && through == nullptr && before == nullptr) {
      draft_.report(codes::missing_key, "`extend` needs `through` or `before`", at_);
    }
    if (acts_on_group(verb) && fields_.key("members") == nullptr) {
      draft_.report(codes::missing_key, quoted(to_string(verb)) + " needs `members`", at_);
    }
    if (verb == Verb::amend && fields_.others().empty() && fields_.key("scope") == nullptr &&
        fields_.key("compliance") == nullptr) {
      draft_.report(codes::missing_key, "`amend` needs something to change", at_,
                    "give a `scope`, a `compliance` date or an attribute such as `policy`");
    }
  }

  void append(MeasureId named, Effect effect) {
    effect.named = named;
    const model::EffectId id{static_cast<std::uint32_t>(draft_.book.effects.size())};
    draft_.book.events[effect.event.value].effects.push_back(id);
    draft_.book.effects.push_back(std::move(effect));
  }

  void add_single(const Node& named) {
    const auto at = draft_.measures.find(named.text);
    if (at != draft_.measures.end()) return append(at->second, std::move(effect_));
    const std::size_t slash = named.text.find('/');
    if (slash != std::string::npos) return report_no_member(named, slash);
    if (draft_[Section::group].find(named.text)) {
      draft_.report(
          codes::wrong_kind_of_measure,
          quoted(named.text) + " is a group, which " + quoted(to_string(effect_.verb)) + " does not act on", named.span,
          "name a member, as in `" + named.text + "/some-member`, or use `enlist` or `delist` with `members`");
      return;
    }
    report_unknown_measure(draft_, named.text, named.span);
  }

  void report_no_member(const Node& named, std::size_t slash) {
    const std::string_view text = named.text;
    Span group_at = named.span;
    Span member_at = named.span;
    if (named.verbatim) {
      group_at = member_at = named.content;
      group_at.end = group_at.begin + static_cast<std::uint32_t>(slash);
      member_at.begin = group_at.end + 1;
    }
    const auto group = refer(draft_, Section::group, text.substr(0, slash), group_at, codes::unknown_group);
    if (group) report_never_enlisted(text.substr(0, slash), text.substr(slash + 1), member_at);
  }

  void report_never_enlisted(std::string_view group, std::string_view member, Span at) {
    if (!draft_.complete) return;
    constexpr std::size_t worth_suggestions = 1000;
    std::vector<std::string_view> members;
    if (draft_.found.size() < worth_suggestions) {
      for (const MeasureId id : draft_.book.groups[*draft_[Section::group].find(group)].members) {
        members.push_back(draft_.book[id].member);
      }
    }
    draft_.report(codes::unknown_member, quoted(member) + " is never enlisted in " + quoted(group), at,
                  draft_.did_you_mean(member, members));
  }

  void add_members(const Node& named) {
    if (!draft_[Section::group].find(named.text)) {
      if (const auto section = section_of_measure(draft_, named.text)) {
        draft_.report(codes::wrong_kind_of_measure,
                      quoted(named.text) + " is " + std::string(to_string(*section)) + ", not a group", named.span);
      } else {
        (void)refer(draft_, Section::group, named, codes::unknown_group);
      }
      return;
    }
    const std::vector<Node>& members = fields_.items("members");
    if (const Node* list = fields_["members"]; list != nullptr && members.empty()) {
      draft_.report(codes::empty_value, "`members` names nobody", list->span);
    }
    std::unordered_map<std::string_view, Span> seen;
    for (const Node& member : members) add_member(named.text, member, seen);
  }

  void add_member(const std::string& group, const Node& member, std::unordered_map<std::string_view, Span>& seen) {
    Effect effect = effect_;
    const Node* id = &member;
    if (member.is_map() && effect_.verb == Verb::enlist) {
      const Fields fields(draft_, member_rule(), member, member.span);
      for (auto& [name, value] : attributes_in(draft_, member_rule(), fields)) effect.attributes[name] = value;
      id = fields["id"];
    } else if (!member.is_scalar() || member.text.empty()) {
      draft_.report(codes::wrong_shape, "a member is told by its id, not by " + std::string(shape_of(member)),
                    member.span);
      return;
    }
    if (id == nullptr || !id->is_scalar()) return;
    check_member_id(draft_, id->text, id->span);
    const auto [first, fresh] = seen.try_emplace(id->text, id->span);
    if (!fresh) {
      draft_.report(codes::duplicate_id, "member " + quoted(id->text) + " is named twice", id->span)
          .related.push_back({first->second, "first named here"});
      return;
    }
    effect.span = id->span;
    const auto measure = draft_.measures.find(group + "/" + id->text);
    if (measure == draft_.measures.end()) return report_never_enlisted(group, id->text, id->span);
    append(measure->second, std::move(effect));
  }

  Draft& draft_;
  const DateContext& context_;
  Span at_;
  Fields fields_;
  Effect effect_;
};

}  // namespace

void decode_effects(Draft& draft, model::EventId event, const Fields& fields, const DateContext& context) {
  for (const Node& item : fields.items("effects")) {
    if (item.is_map()) {
      EffectDecoder(draft, event, context, item).decode();
    } else {
      draft.report(codes::wrong_shape, "an effect is told by a map, not by " + std::string(shape_of(item)), item.span,
                   "such as `- impose: the-measure`");
    }
  }
}

}  // namespace inforce::check
