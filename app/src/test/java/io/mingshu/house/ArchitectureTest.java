package io.mingshu.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of ARCHITECTURE.md: one way, and each module ignorant of what it must not know. */
class ArchitectureTest {
  /** Another module's tests are a folder up to Maven's {@code test} phase, then a jar. */
  private static final ImportOption NO_TEST_JARS = place -> !place.contains("-tests.jar");

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(NO_TEST_JARS)
          .importPackages("io.mingshu");

  @Test
  void modulesUseEachOtherOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("semantic-layer")
        .definedBy("io.mingshu.semantic..")
        .layer("nlq")
        .definedBy("io.mingshu.nlq..")
        .layer("query-gateway")
        .definedBy("io.mingshu.gateway..")
        .layer("seeds")
        .definedBy("io.mingshu.seeds..")
        .layer("druid-local")
        .definedBy("io.mingshu.druid..")
        .layer("state-store")
        .definedBy("io.mingshu.state..")
        .layer("app")
        .definedBy("io.mingshu.app..")
        .whereLayer("app")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("query-gateway")
        .mayOnlyBeAccessedByLayers("app")
        .whereLayer("druid-local")
        .mayOnlyBeAccessedByLayers("app")
        .whereLayer("state-store")
        .mayOnlyBeAccessedByLayers("query-gateway", "app")
        .whereLayer("seeds")
        .mayOnlyBeAccessedByLayers("druid-local", "app")
        .whereLayer("nlq")
        .mayOnlyBeAccessedByLayers("query-gateway", "app")
        .check(PRODUCT);
  }

  @Test
  void languageKnowsNoAlgebraNoSqlNoEngine() {
    noClasses()
        .that()
        .resideInAPackage("io.mingshu.nlq..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.calcite..",
            "java.sql..",
            "org.duckdb..",
            "io.mingshu.semantic.engine.duckdb..")
        .check(PRODUCT);
  }

  @Test
  void theGatewayNeitherParsesNorPlans() {
    noClasses()
        .that()
        .resideInAPackage("io.mingshu.gateway..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.calcite..", "java.sql..", "org.duckdb..", "org.jdbi..", "org.sqlite..")
        .check(PRODUCT);
  }

  @Test
  void httpStaysInTheGateway() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.mingshu.semantic..",
            "io.mingshu.nlq..",
            "io.mingshu.seeds..",
            "io.mingshu.druid..",
            "io.mingshu.state..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.javalin..")
        .check(PRODUCT);
  }

  @Test
  void stateIsKeptWithoutKnowingWhatItMeans() {
    noClasses()
        .that()
        .resideInAPackage("io.mingshu.state..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.mingshu.semantic..")
                .and(
                    not(
                        resideInAnyPackage(
                            "io.mingshu.semantic.error..", "io.mingshu.semantic.text.."))))
        .check(PRODUCT);
  }

  @Test
  void druidIsSpokenToOverHttpOnly() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.druid..")
        .check(PRODUCT);
  }

  @Test
  void whatRunsAmongDruidsJarsUsesNothingOfOurs() {
    noClasses()
        .that()
        .haveFullyQualifiedName("io.mingshu.druid.cluster.Tether")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", "org.jspecify..", "io.mingshu.druid.cluster")
        .check(PRODUCT);
  }

  @Test
  void theQueryIsFreeOfWhatIsDerivedFromIt() {
    noClasses()
        .that()
        .resideInAPackage("io.mingshu.semantic.query..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.calcite..",
            "io.mingshu.semantic.plan..",
            "io.mingshu.semantic.engine..",
            "io.mingshu.semantic.catalog..")
        .check(PRODUCT);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.mingshu.(*).(*)..").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.mingshu.app..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(PRODUCT);
  }

  @Test
  void namesSayWhatThingsAre() {
    classes()
        .should()
        .haveSimpleNameNotEndingWith("Util")
        .andShould()
        .haveSimpleNameNotEndingWith("Utils")
        .andShould()
        .haveSimpleNameNotEndingWith("Helper")
        .andShould()
        .haveSimpleNameNotEndingWith("Manager")
        .check(PRODUCT);
  }
}
