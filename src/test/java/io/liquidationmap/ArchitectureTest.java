package io.liquidationmap;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@AnalyzeClasses(packagesOf = LiquidationMapApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BASE = "io.liquidationmap.";
    private static final String MARKET = BASE + "market..";
    private static final String ENGINE = BASE + "engine..";
    private static final String SIMULATION = BASE + "simulation..";
    private static final String API = BASE + "api..";
    private static final String PLATFORM = BASE + "platform..";
    private static final String VENUES = BASE + "ingestion.*..";
    private static final String WEBHOOKS = BASE + "alerts.webhook..";
    private static final String REPORTS = BASE + "accuracy..report..";
    private static final String JDBC = BASE + "(**).jdbc..";

    private static final Set<String> CLOCK_FACTORIES =
            Set.of("system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes");
    private static final Set<String> SEEDABLE = Set.of(Random.class.getName(), SplittableRandom.class.getName());

    @ArchTest
    static final ArchRule market_dependsOnNothingButTheJdk = classes()
            .that()
            .resideInAPackage(MARKET)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "org.apache.commons.numbers..", MARKET)
            .allowEmptyShould(true)
            .because("every module shares these words, so they must not drag in a framework; use plain records");

    @ArchTest
    static final ArchRule engine_dependsOnNothingButMarket = classes()
            .that()
            .resideInAPackage(ENGINE)
            // A package's description may say which module interface it is part of.
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "org.apache.commons.numbers..", MARKET, ENGINE)
            .allowEmptyShould(true)
            .because("the calculation must run without Spring or a database; use values passed in as arguments");

    @ArchTest
    static final ArchRule simulation_dependsOnNothingButMarket = classes()
            .that()
            .resideInAPackage(SIMULATION)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", MARKET, SIMULATION)
            .because("the truth must share nothing with the estimate that is measured against it; use market's words");

    @ArchTest
    static final ArchRule json_staysAtTheEdges = noClasses()
            .that()
            .resideOutsideOfPackages(API, PLATFORM, VENUES, WEBHOOKS, REPORTS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tools.jackson..")
            .because(
                    "JSON is a matter of the API, of venues, of webhooks and of written reports; use records and map them there");

    @ArchTest
    static final ArchRule jackson2_isNotUsed = noClasses()
            .should()
            .dependOnClassesThat(describe(
                    "are Jackson 2 types other than annotations",
                    type -> type.getPackageName().startsWith("com.fasterxml.jackson")
                            && !type.getPackageName().startsWith("com.fasterxml.jackson.annotation")))
            .because("only the OpenAPI pages bring Jackson 2 to the class path; use tools.jackson");

    @ArchTest
    static final ArchRule sql_staysInJdbcPackages = noClasses()
            .that()
            .resideOutsideOfPackages(JDBC, PLATFORM)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.springframework.jdbc..", "org.postgresql..")
            .because("one place knows the tables; use the ports of the history module");

    @ArchTest
    static final ArchRule adapters_areNotPublic = classes()
            .that()
            .haveNameMatching(".*(Controller|Row|Entity|Repository)")
            .should()
            .notBePublic()
            .allowEmptyShould(true)
            .because("nothing outside their package may build on them; use the module's published types");

    @ArchTest
    static final ArchRule time_isInjected = noClasses()
            .should()
            .accessTargetWhere(
                    describe("the current time is read from the machine", ArchitectureTest::readsMachineTime))
            .because("tests must be able to set the time; use an injected java.time.InstantSource or Clock");

    @ArchTest
    static final ArchRule clock_isMadeInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage(PLATFORM)
            .should()
            .accessTargetWhere(describe("a clock of the machine is made", ArchitectureTest::makesMachineClock))
            .because("there is one clock, made by the platform module; use an injected InstantSource or Clock");

    @ArchTest
    static final ArchRule randomness_hasASeed = noClasses()
            .should()
            .accessTargetWhere(describe("random numbers are drawn without a seed", ArchitectureTest::drawsWithoutSeed))
            .because("a result must be reproducible; use new Random(seed)");

    @ArchTest
    static final ArchRule fields_areNotInjected = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .orShould()
            .beAnnotatedWith(PersistenceContext.class)
            .allowEmptyShould(true)
            .because("a class must be usable without a container; use constructor parameters");

    @ArchTest
    static final ArchRule packages_areNullMarked = classes()
            .should(ArchCondition.from(describe(
                    "reside in a package annotated with @NullMarked",
                    (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))))
            .because("null checks only cover marked packages; use a package-info.java with @NullMarked");

    private static boolean readsMachineTime(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return switch (access.getName()) {
            case "now" -> owner.startsWith("java.time.") && takesNothing(access);
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            default -> false;
        };
    }

    private static boolean makesMachineClock(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return (owner.isEquivalentTo(Clock.class) || owner.isEquivalentTo(InstantSource.class))
                && CLOCK_FACTORIES.contains(access.getName());
    }

    private static boolean drawsWithoutSeed(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return switch (access.getName()) {
            case "<init>" -> SEEDABLE.contains(owner) && takesNothing(access);
            case "random" -> owner.equals("java.lang.Math") || owner.equals("java.lang.StrictMath");
            default -> false;
        };
    }

    private static boolean takesNothing(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().isEmpty();
    }
}
