package eu.metacluster.harvest.wire;

import java.util.Map;

/** What sort of work it is, in one word for what each vocabulary calls otherwise. */
public final class Sorts {

  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("article", "journal article"),
          Map.entry("journalarticle", "journal article"),
          Map.entry("researcharticle", "journal article"),
          Map.entry("contributiontoperiodical", "journal article"),
          Map.entry("c6501", "journal article"),
          Map.entry("c2df8fbb1", "journal article"),
          Map.entry("review", "review"),
          Map.entry("reviewarticle", "review"),
          Map.entry("preprint", "preprint"),
          Map.entry("postedcontent", "preprint"),
          Map.entry("workingpaper", "working paper"),
          Map.entry("book", "book"),
          Map.entry("monograph", "book"),
          Map.entry("bookpart", "book chapter"),
          Map.entry("section", "book chapter"),
          Map.entry("bookchapter", "book chapter"),
          Map.entry("chapter", "book chapter"),
          Map.entry("conferenceobject", "conference paper"),
          Map.entry("conferencepaper", "conference paper"),
          Map.entry("proceedingsarticle", "conference paper"),
          Map.entry("conferenceproceeding", "conference paper"),
          Map.entry("bachelorthesis", "thesis"),
          Map.entry("masterthesis", "thesis"),
          Map.entry("doctoralthesis", "thesis"),
          Map.entry("dissertation", "thesis"),
          Map.entry("thesis", "thesis"),
          Map.entry("report", "report"),
          Map.entry("technicalreport", "report"),
          Map.entry("projectdeliverable", "report"),
          Map.entry("deliverable", "report"),
          Map.entry("dataset", "dataset"),
          Map.entry("software", "software"),
          Map.entry("softwarepaper", "journal article"),
          Map.entry("lecture", "lesson"),
          Map.entry("lesson", "lesson"),
          Map.entry("presentation", "presentation"),
          Map.entry("poster", "poster"),
          Map.entry("conferenceposter", "poster"),
          Map.entry("conferencepresentation", "presentation"),
          Map.entry("image", "image"),
          Map.entry("stillimage", "image"),
          Map.entry("video", "video"),
          Map.entry("audiovisual", "video"),
          Map.entry("movingimage", "video"),
          Map.entry("videoaudio", "video"),
          Map.entry("clinicaltrial", "clinical trial"),
          Map.entry("patent", "patent"),
          Map.entry("editorial", "editorial"),
          Map.entry("letter", "letter"));

  private Sorts() {}

  /** Our word; empty when it is none that we have. */
  public static String of(String raw) {
    String text = raw.strip();
    String last = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1);
    StringBuilder word = new StringBuilder(last.length());
    for (int i = 0; i < last.length(); i++) {
      char c = Character.toLowerCase(last.charAt(i));
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        word.append(c);
      }
    }
    return KNOWN.getOrDefault(word.toString(), "");
  }
}
