package org.anamnesis.converse;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.anamnesis.generate.Learner;
import org.anamnesis.generate.Learners;
import org.anamnesis.learn.ModelFile;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/**
 * The networks that were learned from the survey and ship with the program, each beside the class
 * of its engine.
 */
final class Pretrained {
    private static final List<String> ENGINES = List.of("autoregressive", "diffusion", "gan");

    private Pretrained() {}

    /** Name of an engine's model file. */
    static String file(String engine) {
        return "us-adults-" + engine + ".model";
    }

    /** Whether an engine draws people by a network that was learned before. */
    static boolean network(String engine) {
        return ENGINES.contains(engine);
    }

    /**
     * The model of an engine.
     *
     * @throws RequestException if this build has none
     */
    static ModelFile model(String engine) {
        Learners learners = Learners.installed();
        if (!learners.names().contains(engine)) {
            throw absent(engine);
        }
        Learner learner = learners.named(engine);
        try (InputStream in = learner.getClass().getResourceAsStream(file(engine))) {
            if (in == null) {
                throw absent(engine);
            }
            return ModelFile.read(
                    file(engine),
                    in.readAllBytes(),
                    name -> name.equals(engine) ? Optional.of(learner) : Optional.empty());
        } catch (IOException e) {
            throw new EnvironmentException(
                    "the network " + engine + " cannot be read; build the program again", e);
        }
    }

    private static RequestException absent(String engine) {
        return new RequestException(
                List.of(
                        new Problem(
                                "spec.engine.absent",
                                engine,
                                "This build has no network %s of US adults.".formatted(engine),
                                "engine trees")));
    }
}
