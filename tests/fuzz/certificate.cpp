// Any bytes are a certificate or none, canonical JSON stays as it is, and a whole certificate is asked or refused.
#include <cstdint>
#include <cstdlib>

#include "engine/model/sha256.h"
#include "engine/render/canonical_json.h"
#include "inforce/inforce.h"

namespace {

using inforce::render_json::canonical_json;

inforce::Timeline small_history() {
  const std::string rules(
      "inforce: 1\ndefaults: {time_zone: UTC}\nsources: {s: {title: S, publisher: P, kind: gazette}}\n"
      "vocabulary: {item: {type: code, title: Item}}\n"
      "restrictions: {ban: {title: A ban, kind: prohibition, scope: item = chip}}\n"
      "events: [{id: e, title: E, date: 2025-01-01, sources: [s], effects: [{impose: ban}]}]\n");
  const auto files = inforce::memory_files({{"a.yaml", rules}});
  inforce::Sources sources;
  return *inforce::compile(*inforce::load(*files, std::vector<std::string>{"."}, sources));
}

void ask_again(const std::string& text) {
  static const auto timeline = small_history();
  const auto found = inforce::verify(text, timeline);
  if ((found.outcome == inforce::Verification::Outcome::differs) != found.why.empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  ask_again(text);
  const auto made = canonical_json("{\"format\":1,\"inforce\":\"certificate\",\"question\":" + text + "}").text;
  if (made.empty()) return 0;
  if (canonical_json(made).text != made) std::abort();
  ask_again(made.substr(0, made.size() - 1) + ",\"sha256\":\"" + inforce::model::sha256_hex(made) + "\"}\n");
  return 0;
}
