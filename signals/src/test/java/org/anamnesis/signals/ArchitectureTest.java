package org.anamnesis.signals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.anamnesis.testkit.Arrows;

@AnalyzeClasses(
        packages = "org.anamnesis.signals",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static void arrows(JavaClasses classes) {
        Arrows.check("signals", classes);
    }

    @ArchTest
    static final ArchRule nothingPrints =
            GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
