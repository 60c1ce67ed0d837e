package org.anamnesis.llm.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.interpret.Link;
import org.anamnesis.llm.Settings;

/**
 * An embedding model with the catalogue's names in its space and the thresholds that belong to it.
 */
final class Model {
    /** Vectors of the names by the model that ships; names added since are embedded at loading. */
    static final String BUNDLED = "minilm.vectors";

    private static final float[] NONE = {};

    private final Encoder encoder;
    private final Space space;
    private final KnownVectors known;

    private Model(Encoder encoder, List<Name> names, KnownVectors known) {
        this.encoder = encoder;
        this.known = known;
        this.space = new Space(names, vectors(names, known.vectors()));
    }

    private static float[][] vectors(List<Name> names, Map<String, float[]> known) {
        return names.stream().map(n -> known.get(n.words())).toArray(float[][]::new);
    }

    /**
     * The one that the settings name, else the one that ships.
     *
     * @param kept folder for the vectors of names by the user's own
     * @throws ModelTrouble if it cannot be used
     */
    static Model of(Settings settings, Path kept) {
        Optional<OwnModel> own = OwnModel.of(settings);
        if (own.isEmpty()) {
            return bundled();
        }
        return own(Encoder.of(own.get()), KeptVectors.of(own.get(), kept));
    }

    /** Calibrated once; names that the catalogue has learned since are added to those kept. */
    static Model own(Encoder encoder, KeptVectors kept) {
        Optional<KnownVectors> before = kept.read();
        Model model = before.map(k -> completed(encoder, k)).orElseGet(() -> calibrated(encoder));
        if (!before.map(KnownVectors::vectors)
                .filter(v -> v.keySet().containsAll(model.known.vectors().keySet()))
                .isPresent()) {
            kept.write(model.known);
        }
        return model;
    }

    private static Model bundled() {
        KnownVectors known;
        try (InputStream in = Model.class.getResourceAsStream(BUNDLED)) {
            known = KnownVectors.read(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new ModelTrouble("the vectors that ship are damaged", e);
        }
        return completed(Encoder.bundled(), known);
    }

    /** With names that the catalogue has learned since. */
    private static Model completed(Encoder encoder, KnownVectors known) {
        List<Name> names = Name.all(Catalogue.bundled());
        Map<String, float[]> all = new LinkedHashMap<>();
        for (Name name : names) {
            all.put(name.words(), known.vectors().getOrDefault(name.words(), NONE));
        }
        all.entrySet().parallelStream()
                .filter(e -> e.getValue() == NONE)
                .forEach(e -> e.setValue(KnownVectors.rounded(encoder.encode(e.getKey()))));
        return new Model(encoder, names, new KnownVectors(known.thresholds(), all));
    }

    /** A model of which nothing is known yet. */
    static Model calibrated(Encoder encoder) {
        Model raw = completed(encoder, new KnownVectors(new Thresholds(1, 1, 1), Map.of()));
        List<Calibration.Placed> placed = new ArrayList<>();
        for (Example e : Example.toCalibrate()) {
            placed.add(new Calibration.Placed(e, raw.place(e.phrase(), e.kinds())));
        }
        return new Model(
                encoder,
                Name.all(Catalogue.bundled()),
                new KnownVectors(Calibration.of(placed), raw.known.vectors()));
    }

    KnownVectors known() {
        return known;
    }

    Thresholds thresholds() {
        return known.thresholds();
    }

    Space.Place place(String phrase, Set<Concept.Kind> kinds) {
        return space.place(encoder.encode(phrase), kinds);
    }

    Link link(String phrase, Set<Concept.Kind> kinds) {
        return thresholds().judge(place(phrase, kinds));
    }
}
