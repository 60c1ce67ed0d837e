"""Makes model.onnx and tokenizer.json of this folder: a network of BERT's form that knows letters only.

pip install onnx numpy tokenizers; python make.py
Each letter has a fixed vector of 16 numbers, one letter is one token, [CLS] has the sum of nothing. It means nothing;
it is here so that another size, tokenizer and pooling than those of the model that ships are really run.
"""

import string

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
letters = list(string.ascii_lowercase + string.digits)
words = marks + letters + ["##" + c for c in letters]
vocabulary = {w: i for i, w in enumerate(words)}

tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
tokenizer.post_processor = processors.TemplateProcessing(
    single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
)
tokenizer.save("tokenizer.json")

random = np.random.default_rng(7)
letter_vectors = random.normal(size=(len(letters), 16)).astype(np.float32)
table = np.concatenate([np.full((len(marks), 16), 0.1, np.float32), letter_vectors, letter_vectors])
shape = ["batch", "sequence"]
inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, shape) for n in ("input_ids", "attention_mask", "token_type_ids")]
output = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, shape + [16])
graph = helper.make_graph(
    [
        helper.make_node("Gather", ["table", "input_ids"], ["letters"]),
        helper.make_node("Cast", ["token_type_ids"], ["types"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["types", "last"], ["wide"]),
        helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["mask", "last"], ["masks"]),
        helper.make_node("Add", ["letters", "wide"], ["typed"]),
        helper.make_node("Mul", ["typed", "masks"], ["last_hidden_state"]),
    ],
    "letters",
    inputs,
    [output],
    [numpy_helper.from_array(table, "table"), numpy_helper.from_array(np.array([2], np.int64), "last")],
)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)])
model.ir_version = 8
onnx.checker.check_model(model)
onnx.save(model, "model.onnx")
