package org.anamnesis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.anamnesis.testkit.Arrows;

/** The flow of ARCHITECTURE as a test: rooms, arrows, and what no room may do. */
@AnalyzeClasses(packages = "org.anamnesis", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static void everyArrowIsAllowed(JavaClasses classes) {
        Arrows.coreRooms().forEach(room -> Arrows.check(room, classes));
    }

    @ArchTest
    static final ArchRule everyClassLivesInARoom =
            classes()
                    .should()
                    .resideInAnyPackage(
                            Arrows.coreRooms()
                                    .map(r -> "org.anamnesis." + r + "..")
                                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.anamnesis.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noGlobalRandomness =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(Random.class, ThreadLocalRandom.class)
                    .orShould()
                    .callMethod(Math.class, "random");

    @ArchTest static final ArchRule nothingPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule noClockOutsideConverse =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.anamnesis.converse..")
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(Clock.class)
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(System.class, "nanoTime")
                    .orShould()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now");

    @ArchTest
    static final ArchRule dataRoomsAreImmutable =
            fields().that()
                    .areDeclaredInClassesThat()
                    .resideInAnyPackage(
                            "org.anamnesis.spec..",
                            "org.anamnesis.evidence..",
                            "org.anamnesis.ehr..")
                    .should()
                    .beFinal()
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noThirdPartyTypeInPublicSignatures =
            methods()
                    .that()
                    .arePublic()
                    .and()
                    .areDeclaredInClassesThat()
                    .resideInAnyPackage(
                            "org.anamnesis.spec..", "org.anamnesis.ehr..", "org.anamnesis.plan..")
                    .should()
                    .haveRawReturnType(ours())
                    .allowEmptyShould(true);

    private static DescribedPredicate<JavaClass> ours() {
        return DescribedPredicate.describe(
                "of the JDK or ours",
                c ->
                        c.isPrimitive()
                                || c.isArray()
                                || c.getPackageName().startsWith("java.")
                                || c.getPackageName().startsWith("org.anamnesis"));
    }
}
