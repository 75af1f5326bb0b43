package eu.metacluster.support;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The product's own source files, read by the compiler that builds them. */
public final class ProductSources {

  private static final Path MAIN = Path.of("src/main/java");

  private ProductSources() {}

  /**
   * A source file.
   *
   * @param path below the source folder
   * @param module its module, empty for the entry point
   * @param lines how many lines it has
   * @param types its top-level types
   * @param methods its methods and constructors that have a body
   * @param literals its string literals, text blocks included
   */
  public record Source(
      String path,
      String module,
      int lines,
      List<Type> types,
      List<Method> methods,
      List<Literal> literals) {}

  /** A top-level type. */
  public record Type(String name, boolean isPublic) {}

  /** A body and how many lines it has, its braces' lines included. */
  public record Method(String name, int lines) {}

  /** A string in the code and the line it starts in. */
  public record Literal(String text, long line) {}

  /** All files of {@code src/main/java} but the package descriptions. */
  public static List<Source> read() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> paths = Files.walk(MAIN)) {
      List<Path> java =
          paths
              .filter(p -> p.toString().endsWith(".java") && !p.endsWith("package-info.java"))
              .sorted()
              .toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(java));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      List<Source> sources = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        sources.add(source(unit, positions));
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Source source(CompilationUnitTree unit, SourcePositions positions)
      throws IOException {
    Path path = MAIN.toAbsolutePath().relativize(Path.of(unit.getSourceFile().toUri()));
    Reader reader = new Reader(unit, positions);
    reader.scan(unit, null);
    return new Source(
        path.toString(),
        path.getNameCount() > 3 ? path.getName(2).toString() : "",
        Math.toIntExact(unit.getSourceFile().getCharContent(true).toString().lines().count()),
        unit.getTypeDecls().stream()
            .filter(ClassTree.class::isInstance)
            .map(ClassTree.class::cast)
            .map(ProductSources::type)
            .toList(),
        reader.methods,
        reader.literals);
  }

  private static Type type(ClassTree type) {
    return new Type(
        type.getSimpleName().toString(), type.getModifiers().getFlags().contains(Modifier.PUBLIC));
  }

  private static final class Reader extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Method> methods = new ArrayList<>();
    private final List<Literal> literals = new ArrayList<>();

    Reader(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      BlockTree body = method.getBody();
      if (body != null && positions.getStartPosition(unit, body) >= 0) {
        methods.add(new Method(method.getName().toString(), lines(body)));
      }
      return super.visitMethod(method, nothing);
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
      if (literal.getValue() instanceof String text) {
        literals.add(new Literal(text, line(positions.getStartPosition(unit, literal))));
      }
      return super.visitLiteral(literal, nothing);
    }

    private int lines(Tree tree) {
      long first = line(positions.getStartPosition(unit, tree));
      long last = line(positions.getEndPosition(unit, tree));
      return Math.toIntExact(last - first + 1);
    }

    private long line(long position) {
      return unit.getLineMap().getLineNumber(position);
    }
  }
}
