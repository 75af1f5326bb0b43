package eu.metacluster.discovery.topics;

import eu.metacluster.discovery.charts.Chart;
import eu.metacluster.discovery.map.Drawing;
import eu.metacluster.discovery.search.Census;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.Row;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.util.UriUtils;

/**
 * A part of the pathway, a technology or a cancer, and what the grid knows of it.
 *
 * @param query the projects about it
 * @param census the same, counted
 * @param organisations how many organisations take part in such projects
 * @param charts since when, and what else they are about
 * @param where countries with a partner, most first
 * @param who organisations with most projects about it
 * @param calls what can be applied for
 * @param missing what there is none of, in words
 */
public record Topic(
    Facet facet,
    String value,
    GridQuery query,
    Census census,
    long organisations,
    List<Chart> charts,
    Drawing drawing,
    List<Found.Count> where,
    List<Who> who,
    List<Row> newest,
    Calls calls,
    List<Gap> missing) {

  /** An organisation and in how many projects about the topic it takes part. */
  public record Who(String handle, String name, long projects) {}

  /**
   * What can be applied for.
   *
   * @param query the list of them all
   * @param byWords whether they were found by the topic's words, for no call states the topic
   */
  public record Calls(List<Row> rows, long total, GridQuery query, boolean byWords) {}

  /**
   * What there is none of.
   *
   * @param key of the sentence that says it
   */
  public record Gap(String key, List<String> names) {}

  /** The address of a topic's page. */
  public static String path(Facet facet, String value) {
    return "/topics/"
        + facet.word()
        + "/"
        + UriUtils.encodePathSegment(value, StandardCharsets.UTF_8);
  }

  /** The address of its page. */
  public String path() {
    return path(facet, value);
  }

  /** Its projects, as a list or on another page of the product. */
  public String at(String page) {
    return query.at(1).address(page);
  }

  /** The organisations of such projects, as a list. */
  public String organisationsList() {
    return query.without(Facet.KIND).at(1).address("/organisations");
  }

  /** Its projects with a partner from a country. */
  public String from(String country) {
    return query.only(Facet.COUNTRY, country).address("/grid");
  }

  /** Its projects in which an organisation takes part. */
  public String with(Who one) {
    return query.only(Facet.ORGANISATION, one.handle()).address("/grid");
  }

  /** Where one chooses to hear what is new in it. */
  public String follow() {
    String question = query.at(1).address("");
    return "/follow?search=" + URLEncoder.encode(question.substring(1), StandardCharsets.UTF_8);
  }
}
