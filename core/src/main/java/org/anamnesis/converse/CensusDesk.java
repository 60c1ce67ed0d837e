package org.anamnesis.converse;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.anamnesis.generate.CensusBuilder;
import org.anamnesis.population.Census;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/** Makes the synthetic census that ships from survey microdata that do not. */
final class CensusDesk {
    private static final int ADULTS = 120_000;
    private static final int CHILDREN = 30_000;

    private CensusDesk() {}

    static void build(Path nhanes, Path out, OptionalInt keepApart, Progress progress) {
        List<Problem> problems = new ArrayList<>();
        Path adults = nhanes.resolve("nhanes_adults_2005_2020.csv.gz");
        Path children = nhanes.resolve("nhanes_children_2005_2020.csv.gz");
        for (Path file : List.of(adults, children)) {
            if (!Files.isRegularFile(file)) {
                problems.add(
                        new Problem(
                                "census.microdata",
                                file.toString(),
                                "there is no such microdata file",
                                "the folder that holds the merged NHANES files"));
            }
        }
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        try {
            Files.createDirectories(out);
            progress.step("learning adults", 0.05);
            write(
                    out.resolve("census-us-adults.bin"),
                    "adults",
                    new CensusBuilder(adults, keepApart).adults(ADULTS));
            progress.step("learning children", 0.8);
            write(
                    out.resolve("census-us-children.bin"),
                    "children and adolescents",
                    new CensusBuilder(children, keepApart).children(CHILDREN));
            progress.step("done", 1);
        } catch (IOException e) {
            throw new EnvironmentException("the census could not be made: " + e.getMessage(), e);
        }
    }

    private static void write(Path file, String who, CensusBuilder.Made made) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial))) {
            Census.write(made.people(), made.about(who), made.learnedFrom(), out);
        }
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
