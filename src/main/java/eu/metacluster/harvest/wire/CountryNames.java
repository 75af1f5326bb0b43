package eu.metacluster.harvest.wire;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Countries by their English names, as registries write them, to ISO 3166-1 alpha-2. */
public final class CountryNames {

  private static final Map<String, String> CODES = new HashMap<>();

  static {
    for (String code : Locale.getISOCountries()) {
      CODES.put(key(Locale.of("", code).getDisplayCountry(Locale.ENGLISH)), code);
      CODES.put(key(code), code);
    }
    CODES.putAll(
        Map.ofEntries(
            Map.entry("czechrepublic", "CZ"),
            Map.entry("koreademocraticpeoplesrepublicof", "KP"),
            Map.entry("koreanorth", "KP"),
            Map.entry("korearepublicof", "KR"),
            Map.entry("koreasouth", "KR"),
            Map.entry("republicofkorea", "KR"),
            Map.entry("russianfederation", "RU"),
            Map.entry("turkey", "TR"),
            Map.entry("turkeytürkiye", "TR"),
            Map.entry("türkiye", "TR"),
            Map.entry("macedonia", "MK"),
            Map.entry("northmacedonia", "MK"),
            Map.entry("macedoniatheformeryugoslavrepublicof", "MK"),
            Map.entry("moldovarepublicof", "MD"),
            Map.entry("iranislamicrepublicof", "IR"),
            Map.entry("syrianarabrepublic", "SY"),
            Map.entry("vietnam", "VN"),
            Map.entry("hongkong", "HK"),
            Map.entry("macau", "MO"),
            Map.entry("taiwanprovinceofchina", "TW"),
            Map.entry("tanzaniaunitedrepublicof", "TZ"),
            Map.entry("venezuelabolivarianrepublicof", "VE"),
            Map.entry("boliviaplurinationalstateof", "BO"),
            Map.entry("congothedemocraticrepublicofthe", "CD"),
            Map.entry("democraticrepublicofthecongo", "CD"),
            Map.entry("congo", "CG"),
            Map.entry("laopeoplesdemocraticrepublic", "LA"),
            Map.entry("libyanarabjamahiriya", "LY"),
            Map.entry("palestinianterritoriesoccupied", "PS"),
            Map.entry("palestinianterritoryoccupied", "PS"),
            Map.entry("bruneidarussalam", "BN"),
            Map.entry("capeverde", "CV"),
            Map.entry("côtedivoire", "CI"),
            Map.entry("cotedivoire", "CI"),
            Map.entry("ivorycoast", "CI"),
            Map.entry("burma", "MM"),
            Map.entry("myanmar", "MM"),
            Map.entry("swaziland", "SZ"),
            Map.entry("unitedstatesofamerica", "US"),
            Map.entry("usa", "US"),
            Map.entry("uk", "GB"),
            Map.entry("holyseevaticancitystate", "VA"),
            Map.entry("kosovo", "XK")));
  }

  private CountryNames() {}

  /** The code; empty for a name that stands for no country, or for none that exists. */
  public static String iso(String name) {
    return CODES.getOrDefault(key(name), "");
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
  }
}
