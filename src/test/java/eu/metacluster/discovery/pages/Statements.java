package eu.metacluster.discovery.pages;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Listens to the SQL statements that this thread runs. */
final class Statements extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private final Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
  private final String thread = Thread.currentThread().getName();
  private final List<String> heard = new ArrayList<>();

  Statements() {
    logger.setLevel(Level.DEBUG);
    logger.setAdditive(false);
    logger.addAppender(this);
    start();
  }

  @Override
  protected synchronized void append(ILoggingEvent event) {
    String message = event.getFormattedMessage();
    if (event.getThreadName().equals(thread) && message.contains("SQL statement [")) {
      heard.add(message);
    }
  }

  synchronized List<String> heard() {
    return List.copyOf(heard);
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    logger.setLevel(null);
    logger.setAdditive(true);
  }
}
