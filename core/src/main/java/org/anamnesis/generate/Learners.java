package org.anamnesis.generate;

import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/** The engines at hand that learn a user's table. */
public final class Learners {
    private final TreeMap<String, Learner> byName = new TreeMap<>();

    private Learners() {}

    /** All learners on the class path. */
    public static Learners installed() {
        var learners = new Learners();
        ServiceLoader.load(Learner.class, Learners.class.getClassLoader())
                .forEach(learner -> learners.byName.put(learner.name(), learner));
        return learners;
    }

    /** Names, sorted. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /**
     * The learner of a name.
     *
     * @throws RequestException with the names that there are, if it is none of them
     */
    public Learner named(String name) {
        Learner learner = byName.get(name);
        if (learner == null) {
            throw new RequestException(
                    List.of(
                            new Problem(
                                    "learn.engine.unknown",
                                    name,
                                    "There is no engine of this name that learns a table",
                                    String.join(", ", names()))));
        }
        return learner;
    }
}
