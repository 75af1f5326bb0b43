package eu.metacluster.discovery.exports;

import eu.metacluster.discovery.pages.Cells;
import eu.metacluster.discovery.search.Column;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.platform.web.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook for people: words in the language of the page, days and amounts as such, a head that
 * stays and filters each column. Texts are typed as texts, so that nothing in them is ever a
 * formula. Only some rows are in memory at a time.
 */
final class ExcelSheet implements Sheet {

  private static final int KEPT = 500;
  private static final int LONGEST = 32_000;
  private static final int WIDE = 60;
  private static final int USUAL = 18;

  private final Page page;
  private final SiteAddress site;
  private final Workbook book;
  private final Worksheet sheet;
  private int row = 1;

  ExcelSheet(OutputStream stream, Page page, SiteAddress site) {
    this.page = page;
    this.site = site;
    this.book = new Workbook(stream, "Metacluster", "1.0");
    this.sheet = book.newWorksheet(page.t("discovery.nav.grid"));
    sheet.freezePane(0, 1);
    int at = 0;
    for (Column column : Column.values()) {
      sheet.width(at, column == Column.TITLE ? WIDE : USUAL);
      head(at++, page.t("discovery.column." + column.word()));
    }
    head(at, page.t("discovery.column.address"));
  }

  private void head(int at, String text) {
    sheet.inlineString(0, at, text);
    sheet.style(0, at).bold().set();
  }

  @Override
  public void add(Row record) throws IOException {
    int at = 0;
    for (Column column : Column.values()) {
      cell(at++, column, record);
    }
    sheet.inlineString(row, at, site.of(record.path()));
    row++;
    if (row % KEPT == 0) {
      sheet.flush();
    }
  }

  private void cell(int at, Column column, Row record) {
    @Nullable Object value = column.of(record);
    switch (value) {
      case null -> {}
      case BigDecimal euros -> {
        sheet.value(row, at, euros);
        sheet.style(row, at).format("#,##0.00").set();
      }
      case Integer number -> sheet.value(row, at, number);
      case LocalDate day -> {
        sheet.value(row, at, day);
        sheet.style(row, at).format("yyyy-mm-dd").set();
      }
      default -> {
        String text = Cells.text(page, column, record);
        sheet.inlineString(row, at, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
      }
    }
  }

  @Override
  public void close() throws IOException {
    sheet.setAutoFilter(0, 0, row - 1, Column.values().length);
    book.finish();
  }
}
