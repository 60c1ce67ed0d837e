package org.anamnesis.study;

import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The studios at hand. */
public final class Studios {
    private final TreeMap<String, Studio> byKind = new TreeMap<>();

    private Studios() {}

    /** All studios on the class path; looked for once. */
    public static Studios installed() {
        return Installed.ALL;
    }

    private static final class Installed {
        static final Studios ALL = found();
    }

    private static Studios found() {
        var studios = new Studios();
        ServiceLoader.load(Studio.class, Studios.class.getClassLoader())
                .forEach(s -> studios.byKind.put(s.kind(), s));
        return studios;
    }

    public Optional<Studio> of(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }
}
