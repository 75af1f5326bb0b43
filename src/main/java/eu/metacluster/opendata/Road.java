package eu.metacluster.opendata;

/**
 * A way by which open data is taken along; contributed as a bean and listed on the page "Use our
 * data".
 *
 * @param key its texts are {@code opendata.road.KEY} and {@code opendata.road.KEY.note}
 * @param address where it begins
 * @param order smaller comes first
 */
public record Road(String key, String address, int order) {}
