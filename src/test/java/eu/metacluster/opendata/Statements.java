package eu.metacluster.opendata;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Notes the SQL that this thread asks the database for. */
final class Statements extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  /** What is asked ten times a second at most, whoever asks. */
  private static final String NEWEST = "coalesce(max(position), 0)";

  private final Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
  private final Level before = logger.getLevel();
  private final boolean additive = logger.isAdditive();
  private final String thread = Thread.currentThread().getName();
  private final List<String> asked = new ArrayList<>();

  Statements() {
    setContext(logger.getLoggerContext());
    start();
    logger.setAdditive(false);
    logger.setLevel(Level.DEBUG);
    logger.addAppender(this);
  }

  /** What was asked since the last time. */
  List<String> taken() {
    synchronized (asked) {
      List<String> taken = List.copyOf(asked);
      asked.clear();
      return taken;
    }
  }

  @Override
  protected void append(ILoggingEvent event) {
    String message = event.getFormattedMessage();
    if (event.getThreadName().equals(thread)
        && message.startsWith("Executing")
        && message.contains("[")
        && !message.contains(NEWEST)) {
      synchronized (asked) {
        asked.add(message);
      }
    }
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    logger.setLevel(before);
    logger.setAdditive(additive);
    stop();
  }
}
