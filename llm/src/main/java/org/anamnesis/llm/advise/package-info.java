/**
 * Language models that are asked about words which the rules left unread: over HTTP (OpenAI's
 * protocol, Ollama's), or from a GGUF file in this process.
 *
 * <p>One call a message, within a time and a size, logged without words or keys. What comes back is
 * text that core checks; no failure here is more than a sentence there.
 */
package org.anamnesis.llm.advise;
