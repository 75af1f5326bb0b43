package eu.metacluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** House rules that compiled classes show. Sizes are in {@link SizeTests}, SQL in SqlTests. */
@Tag("architecture")
class ArchitectureTests {

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/eu/metacluster/templates/"))
          .importPackages("eu.metacluster");

  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.OnlyIncludeTests())
          .importPackages("eu.metacluster");

  @Test
  void packagesInsideAModuleFormNoCycle() {
    slices().assignedFrom(new PackagesOfModules()).should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void packagesAreNamedAfterThingsNotLayers() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..service..",
            "..services..",
            "..dto..",
            "..mapper..",
            "..impl..",
            "..util..",
            "..utils..",
            "..helper..",
            "..common..",
            "..entity..")
        .because("a module is divided by what things are, not by what layer they are in")
        .check(MAIN);
  }

  @Test
  void typesAreNamedAfterThingsNotLayers() {
    noClasses()
        .should()
        .haveNameMatching(".*(ServiceImpl|Impl|Dto|DTO|Mapper|Utils?|Helper|Manager)")
        .check(MAIN);
  }

  @Test
  void sharedHoldsValuesOnly() {
    noClasses()
        .that()
        .resideInAPackage("eu.metacluster.shared..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "jakarta..")
        .allowEmptyShould(true)
        .because("what knows Spring or the database has a module of its own")
        .check(
            new ClassFileImporter().importPackages("eu.metacluster.shared").that(noPackageInfo()));
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> missing = new TreeSet<>();
    MAIN.stream()
        .map(JavaClass::getPackage)
        .distinct()
        .filter(each -> !each.getClasses().isEmpty() && !nullMarked(each))
        .forEach(each -> missing.add(each.getName()));
    missing.remove("eu.metacluster");
    assertThat(missing).as("packages without @NullMarked in a package-info").isEmpty();
  }

  @Test
  void dependenciesComeThroughTheConstructor() {
    fields().should().notBeAnnotatedWith(Autowired.class).check(MAIN);
  }

  @Test
  void noLombok() {
    noClasses().should().dependOnClassesThat().resideInAPackage("lombok..").check(MAIN);
    noClasses().should().dependOnClassesThat().resideInAPackage("lombok..").check(TESTS);
  }

  @Test
  void testsAssertWithAssertJAndMockNothing() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.junit.jupiter.api.Assertions")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("org.hamcrest..", "org.mockito..", "junit..", "org.easymock..")
        .check(TESTS);
  }

  @Test
  void faultsAreLoggedNotPrinted() {
    noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "prints a stack trace",
                call -> call.getTarget().getName().equals("printStackTrace")))
        .check(MAIN);
  }

  private static DescribedPredicate<JavaClass> noPackageInfo() {
    return DescribedPredicate.describe(
        "no package-info", type -> !type.getSimpleName().equals("package-info"));
  }

  private static boolean nullMarked(JavaPackage each) {
    return each.isAnnotatedWith(NullMarked.class);
  }

  /** Each package of a module is a slice, its root among them. */
  private static final class PackagesOfModules implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName();
      return name.startsWith("eu.metacluster.") && !type.getSimpleName().equals("package-info")
          ? SliceIdentifier.of(name)
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}
