/**
 * Rows on request: conditions and targets in words of a small language, and the draw that meets
 * them whatever the engine.
 */
package org.anamnesis.learn.sample;
