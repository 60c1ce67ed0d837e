package org.anamnesis.llm.link;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.interpret.Link;
import org.anamnesis.interpret.Linker;
import org.anamnesis.llm.Settings;

/**
 * Links phrases by an embedding model, which is loaded with the first phrase. A model that cannot
 * be used is tried once; from then on every phrase hears why.
 */
public final class EmbeddingLinker implements Linker {
    /** As {@code embedding.model}: no phrase is looked up. */
    private static final String OFF = "off";

    private static final int LONGEST = 200;
    private static final int REMEMBERED = 1_000;

    private record Asked(String phrase, Set<Concept.Kind> kinds) {}

    /** Where settings come from. */
    @FunctionalInterface
    interface Source {
        Settings read() throws IOException;
    }

    private final Source settings;
    private final Path kept;
    private final Map<Asked, Link> answered = new HashMap<>();
    private final Set<String> outside;
    private Optional<Linker> loaded = Optional.empty();

    /** With the settings of this process. */
    public EmbeddingLinker() {
        this(Settings::ofProcess, KeptVectors.folder());
    }

    EmbeddingLinker(Source settings, Path kept) {
        this.settings = settings;
        this.kept = kept;
        this.outside = Name.outside();
    }

    @Override
    public synchronized Link link(String phrase, Set<Concept.Kind> kinds) {
        String words = phrase.strip().toLowerCase(Locale.ROOT);
        if (words.isEmpty() || words.length() > LONGEST || outside.contains(words)) {
            return new Link.Foreign(List.of());
        }
        if (answered.size() > REMEMBERED) {
            answered.clear();
        }
        Asked asked = new Asked(words, Set.copyOf(kinds));
        Link before = answered.get(asked);
        if (before != null) {
            return before;
        }
        Link link = loaded().link(words, kinds);
        answered.put(asked, link);
        return link;
    }

    private Linker loaded() {
        if (loaded.isEmpty()) {
            loaded = Optional.of(load());
        }
        return loaded.get();
    }

    private Linker load() {
        try {
            Settings read = settings.read();
            if (read.get(OwnModel.MODEL).filter(OFF::equals).isPresent()) {
                return NONE;
            }
            Model model = Model.of(read, kept);
            return model::link;
        } catch (ModelTrouble | IOException e) {
            String why =
                    "words that are no name were not looked up by meaning, because "
                            + e.getMessage()
                            + "; the rules alone read this message";
            return (phrase, kinds) -> new Link.Unavailable(why);
        }
    }
}
