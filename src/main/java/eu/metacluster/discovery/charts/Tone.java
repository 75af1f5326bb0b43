package eu.metacluster.discovery.charts;

/** The colours of drawings that are taken along: always those on white. */
enum Tone {
  GROUND("#ffffff"),
  TEXT("#1c2733"),
  MUTED("#53606d"),
  LINE("#d9e0e6"),
  /** Land of which nothing is counted. */
  LAND("#dfe4e9"),
  WATER("#eef2f6"),
  POINT("#c65102"),
  /** What is missing: drawn with hatching. */
  GAP("#7d8a97"),
  INVERSE("#ffffff"),
  RAMP_1("#d6e4f0"),
  RAMP_2("#b0cde4"),
  RAMP_3("#82b0d4"),
  RAMP_4("#5590bf"),
  RAMP_5("#2f6da0"),
  RAMP_6("#1f4e79"),
  KIND_1("#0072b2"),
  KIND_2("#e69f00"),
  KIND_3("#009e73"),
  KIND_4("#cc79a7"),
  KIND_5("#56b4e9"),
  KIND_6("#d55e00"),
  KIND_7("#f0e442"),
  KIND_8("#7a7a7a");

  private static final int KINDS = 8;

  private final String hex;

  Tone(String hex) {
    this.hex = hex;
  }

  /** Such as {@code #1f4e79}. */
  String hex() {
    return hex;
  }

  /** The colour of a shade, from 1. */
  static Tone shade(int shade) {
    return valueOf("RAMP_" + shade);
  }

  /** The colour of a part, from 0. */
  static Tone part(int part) {
    return valueOf("KIND_" + (part % KINDS + 1));
  }

  /** The colour of a figure written on a shade. */
  static Tone on(int shade) {
    return shade > 4 ? INVERSE : TEXT;
  }
}
