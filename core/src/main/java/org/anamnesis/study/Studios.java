package org.anamnesis.study;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The studios at hand. */
public final class Studios {
    private final TreeMap<String, Studio> byKind = new TreeMap<>();

    private Studios() {}

    /** All studios on the class path. */
    public static Studios installed() {
        var studios = new Studios();
        ServiceLoader.load(Studio.class, Studios.class.getClassLoader())
                .forEach(s -> studios.byKind.put(s.kind(), s));
        return studios;
    }

    /** Kinds, sorted. */
    public List<String> kinds() {
        return List.copyOf(byKind.keySet());
    }

    public Optional<Studio> of(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }
}
