#include "tools/inforce/check_settings.h"

namespace inforce::cli {

std::optional<CheckSettings> check_settings(const Arguments&, Environment& environment) {
  CheckSettings settings;
  settings.today = environment.today();
  return settings;
}

}  // namespace inforce::cli
