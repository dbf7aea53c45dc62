import DocTree
import Translators
