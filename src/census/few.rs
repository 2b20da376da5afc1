//! A map of a few things: every use of the standard library's is a copy of it in the module.

/// What belongs to each of a few keys, in the order in which they came.
#[derive(Debug)]
pub(super) struct Few<K, V>(Vec<(K, V)>);

impl<K, V> Default for Few<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: PartialEq, V> Few<K, V> {
    /// Changes what belongs to a key; it begins as `new`.
    pub(super) fn change(&mut self, key: K, new: impl FnOnce() -> V, change: impl FnOnce(&mut V)) {
        if let Some((_, value)) = self.0.iter_mut().find(|(known, _)| *known == key) {
            return change(value);
        }
        let mut value = new();
        change(&mut value);
        self.0.push((key, value));
    }

    /// All of it.
    pub(super) fn iter(&self) -> std::slice::Iter<'_, (K, V)> {
        self.0.iter()
    }

    /// All of it, as a list.
    pub(super) fn into_list(self) -> Vec<(K, V)> {
        self.0
    }
}

impl<K: PartialEq> Few<K, u64> {
    /// Counts a key once more.
    pub(super) fn count(&mut self, key: K) {
        self.change(key, || 0, |count| *count += 1);
    }
}
