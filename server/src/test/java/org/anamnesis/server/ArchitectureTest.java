package org.anamnesis.server;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import org.anamnesis.testkit.Arrows;

@AnalyzeClasses(
        packages = "org.anamnesis.server",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static void arrows(JavaClasses classes) {
        Arrows.check("server", classes);
    }
}
